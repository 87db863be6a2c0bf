import { seconds } from "../../i18n/base/format.ts";
import { chipLabels, playWords as t } from "../../i18n/words.ts";
import type { Choice } from "../../seat/choice.ts";
import type { PeerView } from "../../seat/seat-view.ts";
import "./pick.css";
import "./longest-queue.css";

/** Tasks shown, from the end of the queue: they wait longest, and the drawing has no room for them. */
const SHOWN = 8;

type LongestQueueProps = {
	peers: readonly PeerView[];
	choice: Choice | undefined;
	onChoice: (choice: Choice) => void;
};

/** What waits at the core with the most to do, or at that of the chosen task. A touch chooses a task to move. */
export function LongestQueue({ peers, choice, onChoice }: LongestQueueProps) {
	const waiting = peers.filter(({ queue }) => queue.length > 0);
	const chosen = waiting.find(({ queue }) => queue.some(({ thread }) => thread === choice?.thread));
	const peer = chosen ?? waiting.toSorted((one, other) => other.loadS - one.loadS)[0];
	return (
		<fieldset class="longest-queue" data-coach="move">
			<legend>{peer === undefined ? t.moveNothing : t.waitsAt(chipLabels.coreShort(peer.core + 1))}</legend>
			{peer?.queue.slice(-SHOWN).map(({ thread, lengthS, data }) => (
				<button
					key={thread}
					type="button"
					class="pick waiting-task"
					aria-pressed={thread === choice?.thread}
					onClick={() => onChoice({ thread, whole: false })}
				>
					{seconds(lengthS)}
					{data !== undefined && <span class="task-data">{data}</span>}
				</button>
			))}
		</fieldset>
	);
}
