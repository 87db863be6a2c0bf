import { type ClassResult, msPerItem } from "#shared/brain/class-result.ts";
import { brainWords as t } from "../i18n/words.ts";
import { Figure } from "../ui/figure.tsx";

/** How long it took to see whether the odd one is there, by number of dots: bars of almost the same length. */
export function SearchFigure({ search }: { search: ClassResult["search"] }) {
	const perItem = msPerItem(search);
	const mostMs = Math.max(...search.map(({ rtMs }) => rtMs));
	return (
		<Figure title={t.searchPlotTitle} summary={perItem === null ? t.searchNone : t.searchNote(perItem)}>
			<ul class="search-bars">
				{search.map(({ items, rtMs }) => (
					<li key={items}>
						<span>{t.searchItems(items)}</span>
						<i style={{ width: `${(rtMs / mostMs) * 100}%` }}>
							<b>{t.ms(rtMs)}</b>
						</i>
					</li>
				))}
			</ul>
		</Figure>
	);
}
