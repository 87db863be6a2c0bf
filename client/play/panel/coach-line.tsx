import { coachWords as t } from "../../i18n/words.ts";
import type { CoachKey } from "../../seat/coach.ts";
import "./coach.css";

/** The key for what is taught, as it is printed on keyboards. */
const KEYS: Readonly<Partial<Record<CoachKey, string>>> = {
	take: "T",
	deal: "1 – 9",
	way: "W",
	ahead: "T",
	packets: "J",
	move: "J",
	order: "+",
	steal: "S",
};

/** One sentence that teaches. Its key is shown only where a keyboard is likely. */
export function CoachLine({ mark }: { mark: CoachKey }) {
	const key = KEYS[mark];
	return (
		<>
			{t.marks[mark]}
			{key !== undefined && (
				<span class="coach-key">
					{" "}
					<span class="sr-only">{t.key}</span> <kbd>{key}</kbd>
				</span>
			)}
		</>
	);
}
