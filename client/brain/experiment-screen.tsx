import { useState } from "preact/hooks";
import { isSlowScreen } from "#shared/brain/person.ts";
import { keyMapping, PRACTICE_TRIALS, SEARCH_TRIALS } from "#shared/brain/trial-order.ts";
import type { ClientSession } from "../net/client-session.ts";
import type { RoomSnapshot, StudentSnapshot } from "../net/room-snapshot.ts";
import { useStore } from "../net/use-store.ts";
import { DualBlock } from "./dual-block.tsx";
import { measureFrameMs } from "./frames.ts";
import { DualIntro, Welcome } from "./intro-cards.tsx";
import { OwnResult } from "./own-result.tsx";
import { SearchBlock } from "./search-block.tsx";
import { useTrials } from "./use-trials.ts";
import "./experiment.css";

type ExperimentScreenProps = {
	session: ClientSession;
	room: RoomSnapshot;
	me: StudentSnapshot;
	steers: boolean;
};

/** Where the student is; whoever comes back goes on with the first trial that the server has not got. */
type Step = "welcome" | "search" | "between" | "dual";

/** The student's own part of the experiment, from the first words to their own curve. */
export function ExperimentScreen({ session, room, me, steers }: ExperimentScreenProps) {
	const told = useStore(session.trials);
	const round = useStore(session.round);
	const send = useTrials(session, room.round);
	const [step, setStep] = useState<Step>("welcome");
	const [frameMs, setFrameMs] = useState<number>();
	const [checking, setChecking] = useState(false);
	if (told === undefined || round === undefined || round.id !== room.round)
		return <p class="experiment-wait" aria-busy="true" />;
	if (told.means !== null)
		return (
			<OwnResult
				means={told.means}
				{...(steers && { onNext: () => session.steer("next") })}
				of={room.students}
			/>
		);
	const block = { seed: round.log.header.seed, person: me.order, isHeld: room.paused };
	async function begin() {
		setChecking(true);
		const measuredMs = await measureFrameMs();
		setFrameMs(measuredMs);
		setChecking(false);
		// Told before it matters; who presses again goes on all the same.
		if (isSlowScreen(measuredMs) && frameMs === undefined) return;
		setStep(told !== undefined && told.search >= SEARCH_TRIALS ? "between" : "search");
	}
	const sitOut = () => session.ask("sitOut", {});
	switch (step) {
		case "welcome":
			return (
				<Welcome
					isBusy={checking}
					slowPerSecond={
						frameMs !== undefined && isSlowScreen(frameMs) ? Math.round(1_000 / frameMs) : undefined
					}
					onBegin={() => void begin()}
					onSitOut={sitOut}
				/>
			);
		case "search":
			return (
				<SearchBlock {...block} from={told.search} onTrial={send.search} onDone={() => setStep("between")} />
			);
		case "between":
			return <DualIntro mapping={keyMapping(me.order)} onBegin={() => setStep("dual")} onSitOut={sitOut} />;
		case "dual":
			return (
				<DualBlock
					{...block}
					from={told.dual}
					frameMs={frameMs ?? 1_000 / 60}
					practice={PRACTICE_TRIALS}
					onTrial={send.dual}
				/>
			);
	}
}
