import { useEffect, useRef, useState } from "preact/hooks";
import type { ChipEvent } from "#shared/sim/chip/event.ts";
import type { ChipStage } from "../chip/chip-stage.ts";
import type { SeatName } from "../chip/seat-name.ts";
import type { ShownChip } from "../chip/stage-options.ts";
import { chipLabels, roundsWords as t } from "../i18n/words.ts";
import "./chip-picture.css";

type ChipPictureProps = {
	/** Called before every picture. */
	source: () => ShownChip;
	names: (seat: number) => SeatName;
	/** The picture sets this function. Call it with what happens on the chip. */
	listener: { current: (event: ChipEvent) => void };
	label: string;
};

/** The chip's drawing, for viewing only. Its code is loaded when the first one is shown. */
export function ChipPicture(props: ChipPictureProps) {
	const { listener, label } = props;
	const place = useRef<HTMLDivElement>(null);
	const newest = useRef(props);
	newest.current = props;
	const stage = useRef<ChipStage | undefined>(undefined);
	const [failed, setFailed] = useState(false);
	useEffect(() => {
		const parent = place.current;
		if (parent === null) return;
		let gone = false;
		async function show(into: HTMLElement) {
			const mounted = await mount(into, newest, () => gone);
			if (mounted === undefined) return;
			stage.current = mounted;
			listener.current = (event) => mounted.notice(event);
		}
		show(parent).catch(() => setFailed(true));
		return () => {
			gone = true;
			listener.current = () => {};
			stage.current?.destroy();
			stage.current = undefined;
		};
	}, [listener]);
	useEffect(() => stage.current?.refreshNames());
	if (failed) return <p role="alert">{t.drawingFailed}</p>;
	return <div ref={place} class="chip-picture" role="img" aria-label={label} />;
}

/** Mounts the drawing; undefined if the component was removed while its code was loading. */
async function mount(
	parent: HTMLElement,
	newest: { readonly current: ChipPictureProps },
	isGone: () => boolean,
): Promise<ChipStage | undefined> {
	const { mountChipStage } = await import("../chip/chip-stage.ts");
	if (isGone()) return undefined;
	const mounted = await mountChipStage({
		parent,
		source: () => newest.current.source(),
		names: (seat) => newest.current.names(seat),
		ownSeat: undefined,
		sees: "all",
		reducedMotion: matchMedia("(prefers-reduced-motion: reduce)").matches,
		interactive: false,
		labels: chipLabels,
	});
	if (!isGone()) return mounted;
	mounted.destroy();
	return undefined;
}
