import "./seat-picture.css";

/** A small chip with one seat lit: the bar on the left is the scheduler (seat 0), the squares are cores. */
export function SeatPicture({ cores, seat, sizePx = 92 }: { cores: number; seat: number; sizePx?: number }) {
	const columns = cores <= 2 ? cores : Math.ceil(Math.sqrt(cores));
	const rows = Math.ceil(cores / columns);
	const side = Math.min(56 / columns, 60 / rows);
	return (
		<svg class="seat-picture" viewBox="0 0 100 80" width={sizePx} height={sizePx * 0.8} aria-hidden="true">
			<path class="seat-pins" d="M34 3v74M50 3v74M66 3v74M82 3v74M22 16h76M22 40h76M22 64h76" />
			<rect class="seat-die" x="24" y="6" width="72" height="68" rx="7" />
			<rect class={seat === 0 ? "seat-own" : "seat-other"} x="4" y="8" width="13" height="64" rx="4" />
			{Array.from({ length: cores }, (_, core) => (
				<rect
					key={core}
					class={seat === core + 1 ? "seat-own" : "seat-other"}
					x={60 + ((core % columns) - columns / 2) * side + 2}
					y={40 + (Math.floor(core / columns) - rows / 2) * side + 2}
					width={side - 4}
					height={side - 4}
					rx="4"
				/>
			))}
		</svg>
	);
}
