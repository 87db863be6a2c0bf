import { modeWords as m } from "../../i18n/words.ts";
import type { Choice } from "../../seat/choice.ts";
import type { PacketView, TaskView } from "../../seat/task-view.ts";
import { dueWords, hasItems, itemWords } from "./item-words.ts";
import "./pick.css";
import "./packet-list.css";

/** Seconds of play before a deadline from which it is shown as an alarm. */
const ALARM_S = 2;

type PacketListProps = {
	packets: readonly PacketView[];
	/** Number of packets shown; the rest are only counted. Whoever looks at more decides too late. */
	countMax: number;
	/** The task that would be dealt now. */
	meant: TaskView | undefined;
	onChoice: (choice: Choice) => void;
};

/** What waits in the shared queue, by packets. A touch chooses the next one to deal. */
export function PacketList({ packets, countMax, meant, onChoice }: PacketListProps) {
	const rest = packets.length - countMax;
	return (
		<section class={`packets packets-${countMax}`} aria-label={m.packets} data-coach="packets">
			{packets.slice(0, countMax).map((packet) => (
				<button
					key={packet.job}
					type="button"
					class="pick packet"
					aria-pressed={packet.job === meant?.job}
					onClick={() => {
						const [first] = packet.tasks;
						if (first !== undefined) onChoice({ thread: first.thread, whole: true });
					}}
				>
					{packet.data !== "" && <i class="task-data">{packet.data}</i>}
					<span>{contentOf(packet)}</span>
					<small class={(packet.dueS ?? ALARM_S) < ALARM_S ? "packet-soon" : ""}>{dueWords(packet)}</small>
				</button>
			))}
			{rest > 0 && <p class="muted small">{m.morePackets(rest)}</p>}
		</section>
	);
}

function contentOf({ tasks, lengthS }: PacketView): string {
	const [only, ...others] = tasks;
	return others.length > 0 || only === undefined || !hasItems(only)
		? m.packet(tasks.length, lengthS)
		: itemWords(only);
}
