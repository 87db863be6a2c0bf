import { currentLanguage, languages, switchLanguage } from "../i18n/language.ts";
import { commonWords as t } from "../i18n/words.ts";
import "./language-switch.css";

/** All languages, each by its own name, so that everybody finds theirs. */
export function LanguageSwitch() {
	return (
		<span class="language-switch">
			<Globe />
			<select
				aria-label={t.language}
				value={currentLanguage()}
				onChange={(event) => {
					const chosen = languages.find(({ tag }) => tag === event.currentTarget.value);
					if (chosen !== undefined) switchLanguage(chosen.tag);
				}}
			>
				{languages.map(({ tag, name }) => (
					<option key={tag} value={tag} lang={tag}>
						{name}
					</option>
				))}
			</select>
		</span>
	);
}

function Globe() {
	return (
		<svg viewBox="0 0 24 24" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="1.6">
			<circle cx="12" cy="12" r="9" />
			<ellipse cx="12" cy="12" rx="4" ry="9" />
			<path d="M3 12h18M4.5 7.5h15M4.5 16.5h15" />
		</svg>
	);
}
