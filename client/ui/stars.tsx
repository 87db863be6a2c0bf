import { practiceWords as t } from "../i18n/words.ts";
import "./stars.css";

const STARS = [1, 2, 3];

/** So many of three stars, as shapes and for screen readers in words. */
export function Stars({ stars }: { stars: number }) {
	return (
		<span class="stars" role="img" aria-label={t.starsOf(stars, STARS.length)}>
			{STARS.map((star) => (
				<svg key={star} viewBox="0 0 24 24" class={star <= stars ? "star-won" : ""} aria-hidden="true">
					<path d="M12 2.8l2.9 6 6.6.9-4.8 4.6 1.2 6.5L12 17.7l-5.9 3.1 1.2-6.5L2.5 9.7l6.6-.9z" />
				</svg>
			))}
		</span>
	);
}
