/** The chip with four cores that stands for Coretet; decoration beside the name. */
export function Logo({ sizePx = 30 }: { sizePx?: number }) {
	return (
		<svg viewBox="0 0 32 32" width={sizePx} height={sizePx} aria-hidden="true">
			<path d="M10 2v28M16 2v28M22 2v28M2 10h28M2 16h28M2 22h28" stroke="var(--gold)" stroke-width="1.6" />
			<rect x="5" y="5" width="22" height="22" rx="5" fill="var(--die)" stroke="#6d83c4" stroke-width="1.4" />
			<rect x="8.5" y="8.5" width="6.5" height="6.5" rx="1.6" fill="var(--green)" />
			<rect x="17" y="8.5" width="6.5" height="6.5" rx="1.6" fill="var(--orange)" />
			<rect x="8.5" y="17" width="6.5" height="6.5" rx="1.6" fill="var(--sky)" />
			<rect x="17" y="17" width="6.5" height="6.5" rx="1.6" fill="var(--pink)" />
		</svg>
	);
}
