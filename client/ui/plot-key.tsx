import "./plot.css";

export type KeyEntry = {
	readonly text: string;
	readonly colour: string;
	readonly mark: "circle" | "diamond" | "square" | "line";
	readonly dash?: readonly number[];
};

/** What the marks and lines of a plot mean. */
export function PlotKey({ entries }: { entries: readonly KeyEntry[] }) {
	return (
		<ul class="key">
			{entries.map(({ text, colour, mark, dash }) => (
				<li key={text}>
					<svg width="34" height="16" viewBox="0 0 34 16" aria-hidden="true">
						{mark === "circle" && (
							<circle cx="17" cy="8" r="6" fill={colour} stroke="#fff" stroke-width="1.5" />
						)}
						{mark === "diamond" && (
							<path d="M17 1L24 8L17 15L10 8Z" fill="none" stroke={colour} stroke-width="2" />
						)}
						{mark === "square" && <rect x="12" y="3" width="10" height="10" fill={colour} />}
						{mark === "line" && (
							<path d="M1 8H33" stroke={colour} stroke-width="3" stroke-dasharray={dash?.join(" ")} />
						)}
					</svg>
					{text}
				</li>
			))}
		</ul>
	);
}
