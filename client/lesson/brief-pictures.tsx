import type { LessonId } from "#shared/lessons/ids.ts";
import { counted } from "../i18n/format.ts";
import { lessonWords as t } from "../i18n/words.ts";
import { useLoaded } from "../ui/use-loaded.ts";
import { SimulatedPicture } from "./simulated-picture.tsx";
import "./brief-pictures.css";

/** Its picture is drawn by the simulator, which no other page of this kind needs. */
const loadBrain = () => import("../brain/brain-picture.tsx");

type Block = { readonly from: number; readonly length: number; readonly lane: number; readonly look: string };

const LANE = 30;
const UNIT = 26;
const LEFT = 76;

type BriefPictureProps = {
	lesson: LessonId;
	/** Shown large and alone, so that it may move. */
	moves?: boolean;
};

/** The picture of a lesson, as a card and a tile show it. Decoration: the card says the same in words. */
export function BriefPicture({ lesson, moves = false }: BriefPictureProps) {
	const brain = useLoaded(lesson === "brain" ? loadBrain : undefined);
	switch (lesson) {
		case "brain":
			return brain === undefined ? <div class="picture-wait" /> : <brain.BrainPicture />;
		case "amdahl":
			return <AmdahlPicture />;
		case "parallel-work":
			return <ParallelPicture />;
		default:
			return <SimulatedPicture lesson={lesson} moves={moves} />;
	}
}

/** Amdahl's law: the serial part stays as long as it is, the rest shrinks. */
function AmdahlPicture() {
	const alone: Block[] = [
		{ from: 0, length: 3, lane: 0, look: "serial" },
		...[0, 1, 2, 3].map((part) => ({ from: 3 + part * 3, length: 3, lane: 0, look: "work" })),
	];
	const together: Block[] = [
		{ from: 0, length: 3, lane: 1.6, look: "serial" },
		...[0, 1, 2, 3].map((core) => ({ from: 3, length: 3, lane: 1.6 + core, look: "work" })),
		...[1, 2, 3].map((core) => ({ from: 0, length: 3, lane: 1.6 + core, look: "wait" })),
	];
	return (
		<svg viewBox="0 0 480 178" class="picture" aria-hidden="true">
			<text x="0" y="22">
				{counted(1, "core", "cores")}
			</text>
			<text x="0" y={LANE * 3.1 + 22}>
				{counted(4, "core", "cores")}
			</text>
			<Blocks blocks={[...alone, ...together]} />
			<PictureKey x={LEFT + UNIT * 7} y={LANE * 2.1} entries={["serial", "work", "wait"]} />
		</svg>
	);
}

const BATCH: readonly (readonly number[])[] = [
	[4, 2, 1],
	[3, 2, 2],
	[2, 3, 1, 1],
	[2.5, 1.5, 5.5],
];

/** A batch on four cores: unequal tasks, and the last long one that keeps three cores waiting. */
function ParallelPicture() {
	const blocks = BATCH.flatMap((lengths, lane) => {
		let from = 0;
		const tasks = lengths.map((length) => {
			const block = { from, length, lane, look: "task" };
			from += length;
			return block;
		});
		return from < 9.5 ? [...tasks, { from, length: 9.5 - from, lane, look: "wait" }] : tasks;
	});
	return (
		<svg viewBox="0 0 480 178" class="picture" aria-hidden="true">
			{BATCH.map((_, lane) => (
				<text key={t.coreNumber(lane)} x="0" y={lane * LANE + 21}>
					{t.coreNumber(lane + 1)}
				</text>
			))}
			<Blocks blocks={blocks} />
			<path class="picture-line" d={`M${LEFT + UNIT * 9.5 + 2} 0V${LANE * 4 - 2}`} />
			<text x={LEFT + UNIT * 9.5 + 12} y="22">
				{t.batchDone}
			</text>
			<PictureKey x={LEFT} y={LANE * 4 + 22} entries={["task", "wait"]} inRow />
		</svg>
	);
}

function Blocks({ blocks }: { blocks: readonly Block[] }) {
	return (
		<>
			{blocks.map(({ from, length, lane, look }) => (
				<rect
					key={`${from} ${lane}`}
					class={`block block-${look}`}
					x={LEFT + from * UNIT + 1.5}
					y={lane * LANE + 3}
					width={length * UNIT - 3}
					height={LANE - 6}
					rx="5"
				/>
			))}
		</>
	);
}

type KeyProps = {
	x: number;
	y: number;
	entries: readonly ("serial" | "work" | "task" | "wait")[];
	inRow?: boolean;
};

function PictureKey({ x, y, entries, inRow = false }: KeyProps) {
	return (
		<>
			{entries.map((entry, index) => (
				<g
					key={entry}
					transform={inRow ? `translate(${x + index * 110} ${y})` : `translate(${x} ${y + index * 32})`}
				>
					<rect class={`block block-${entry}`} x="1" y="2" width="26" height="20" rx="5" />
					<text x="38" y="18">
						{t.pictureKey[entry]}
					</text>
				</g>
			))}
		</>
	);
}
