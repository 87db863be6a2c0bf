import "./chip-motif.css";

const CORES = [
	{ x: 116, y: 116, colour: "var(--green)", share: 0.72 },
	{ x: 264, y: 116, colour: "var(--orange)", share: 0.35 },
	{ x: 116, y: 236, colour: "var(--sky)", share: 0.55 },
	{ x: 264, y: 236, colour: "var(--pink)", share: 0.88 },
] as const;
const PIN_OFFSETS = Array.from({ length: 12 }, (_, index) => 97 + index * 29);
const RING_LENGTH = 2 * Math.PI * 26;

/** Traces of the board, from the chip's edge outwards; some carry a pulse. */
const TRACES = [
	"M466 155H540L590 105H720",
	"M466 213H640",
	"M466 271H550L600 321H720",
	"M466 358H524L576 410V540",
	"M184 474V550L134 600V720",
	"M300 474V640",
	"M387 474V540L447 600V720",
	"M0 184H46",
	"M0 329H46",
	"M256 0V46",
] as const;

/** A quiet picture of what is played: four cores with work in progress, on their board. Decoration only. */
export function ChipMotif() {
	return (
		<svg class="motif" viewBox="0 0 720 720" aria-hidden="true">
			<g class="motif-traces">
				{TRACES.map((path) => (
					<path key={path} d={path} />
				))}
			</g>
			<g class="motif-pulses">
				{TRACES.slice(0, 7).map((path, index) => (
					<path key={path} d={path} pathLength={100} style={{ animationDelay: `${index * -1.3}s` }} />
				))}
			</g>
			<Package />
			{CORES.map((core) => (
				<g key={core.colour} transform={`translate(${core.x} ${core.y})`}>
					<rect class="motif-core" width="132" height="104" rx="12" />
					<circle class="motif-socket" cx="42" cy="52" r="26" />
					<circle
						class="motif-ring"
						cx="42"
						cy="52"
						r="26"
						transform="rotate(-90 42 52)"
						stroke-dasharray={`${core.share * RING_LENGTH} ${RING_LENGTH}`}
					/>
					<circle cx="42" cy="52" r="12" fill={core.colour} />
					<rect class="motif-plan" x="84" y="30" width="32" height="10" rx="5" />
					<rect class="motif-plan" x="84" y="47" width="32" height="10" rx="5" />
					<rect class="motif-plan motif-faint" x="84" y="64" width="32" height="10" rx="5" />
				</g>
			))}
			<rect class="motif-cache" x="116" y="356" width="280" height="48" rx="10" />
			{Array.from({ length: 14 }, (_, index) => (
				<rect
					key={index}
					class={index < 9 ? "motif-line" : "motif-line motif-faint"}
					x={132 + index * 18}
					y="370"
					width="12"
					height="20"
					rx="3"
				/>
			))}
		</svg>
	);
}

function Package() {
	return (
		<>
			<g class="motif-pins">
				{PIN_OFFSETS.map((offset) => (
					<path key={offset} d={`M${offset} 50v14M${offset} 456v14M50 ${offset}h14M448 ${offset}h14`} />
				))}
			</g>
			<rect class="motif-package" x="64" y="64" width="384" height="392" rx="26" />
			<rect class="motif-die" x="96" y="96" width="320" height="328" rx="18" />
		</>
	);
}
