import { useEffect, useRef, useState } from "preact/hooks";
import type { ChipStage } from "../chip/chip-stage.ts";
import { chipLabels, roundsWords as t } from "../i18n/words.ts";
import type { ReplayControl } from "./use-replay.ts";

type ReplayStageProps = { control: ReplayControl; chip: number; seats: readonly (string | null)[] };

/** The chip's drawing, fed by the replay. Its code is loaded when a round is looked at. */
export function ReplayStage({ control, chip, seats }: ReplayStageProps) {
	const place = useRef<HTMLDivElement>(null);
	const [failed, setFailed] = useState(false);
	const { replay, listener } = control;
	useEffect(() => {
		const parent = place.current;
		if (parent === null) return;
		let stage: ChipStage | undefined;
		let gone = false;
		async function mount(into: HTMLElement) {
			const { mountChipStage } = await import("../chip/chip-stage.ts");
			if (gone) return;
			stage = await mountChipStage({
				parent: into,
				source: () => ({ chip: replay.chip, nowNs: replay.nowNs }),
				names: (seat) => ({ name: seats[seat] ?? chipLabels.bot, bot: seats[seat] == null }),
				ownSeat: undefined,
				sees: "all",
				reducedMotion: matchMedia("(prefers-reduced-motion: reduce)").matches,
				interactive: false,
				labels: chipLabels,
			});
			if (gone) stage.destroy();
			else listener.current = (event) => stage?.notice(event);
		}
		mount(parent).catch(() => setFailed(true));
		return () => {
			gone = true;
			listener.current = () => {};
			stage?.destroy();
		};
	}, [replay, seats, listener]);
	if (failed) return <p role="alert">{t.drawingFailed}</p>;
	return <div ref={place} class="replay-stage" role="img" aria-label={t.stage(chip)} />;
}
