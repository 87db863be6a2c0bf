import type { ComponentChildren } from "preact";
import "./figure.css";

export type FigureTable = { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] };

type FigureProps = {
	title: string;
	/** What the picture shows, in words: read aloud instead of it, and shown below. */
	summary: string;
	/** Keys of the picture: always words beside colours. */
	legend?: ComponentChildren;
	table?: FigureTable;
	tableLabel?: string;
	/** There is something to operate in it, so it cannot be one image to a screen reader. */
	interactive?: boolean;
	children: ComponentChildren;
	class?: string;
};

/** A picture of numbers with a heading, its message in words, and the numbers themselves. */
export function Figure(props: FigureProps) {
	return (
		<figure class={`figure ${props.class ?? ""}`}>
			<h3>{props.title}</h3>
			{props.legend}
			{props.interactive === true ? (
				<div>{props.children}</div>
			) : (
				<div role="img" aria-label={`${props.title}. ${props.summary}`}>
					{props.children}
				</div>
			)}
			<figcaption>{props.summary}</figcaption>
			{props.table !== undefined && <DataTable label={props.tableLabel ?? ""} table={props.table} />}
		</figure>
	);
}

function DataTable({ label, table }: { label: string; table: FigureTable }) {
	return (
		<details class="figure-data">
			<summary>{label}</summary>
			<div class="figure-scroll">
				<table>
					<thead>
						<tr>
							{table.head.map((cell) => (
								<th key={cell} scope="col">
									{cell}
								</th>
							))}
						</tr>
					</thead>
					<tbody>
						{table.rows.map((row) => (
							<tr key={row[0]}>
								{row.map((cell, index) => (
									<td key={table.head[index]}>{cell}</td>
								))}
							</tr>
						))}
					</tbody>
				</table>
			</div>
		</details>
	);
}
