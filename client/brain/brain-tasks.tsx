import "./brain-tasks.css";

/** Places of the dots, so that none lies on another. */
const DOTS = Array.from({ length: 18 }, (_, index) => ({
	x: 14 + (index % 6) * 24 + ((index * 7) % 9),
	y: 18 + Math.floor(index / 6) * 28 + ((index * 5) % 9),
}));
const ODD_DOT = 9;

/** What the experiment asks for: a dot to be found among others, then a colour and a number to be answered. */
export function BrainTasks() {
	return (
		<svg class="brain-tasks" viewBox="0 0 330 112" aria-hidden="true">
			<rect class="brain-tasks-screen" x="1" y="1" width="158" height="110" rx="10" />
			{DOTS.map(({ x, y }, index) => (
				<circle key={`${x} ${y}`} class={index === ODD_DOT ? "brain-tasks-odd" : ""} cx={x} cy={y} r="6" />
			))}
			<rect class="brain-tasks-screen" x="171" y="1" width="158" height="110" rx="10" />
			<rect class="brain-tasks-odd" x="214" y="20" width="72" height="72" rx="8" />
			<text x="250" y="70">
				7
			</text>
		</svg>
	);
}
