import type { ComponentChildren } from "preact";
import "./card.css";

type CardProps = { title?: string; aside?: ComponentChildren; class?: string; children: ComponentChildren };

/** A panel with an optional heading; a region of its own for screen readers when it has one. */
export function Card({ title, aside, class: className = "", children }: CardProps) {
	return (
		<section class={`card ${className}`} aria-label={title}>
			{title !== undefined && (
				<header class="card-head">
					<h2>{title}</h2>
					{aside}
				</header>
			)}
			{children}
		</section>
	);
}
