import { currentLanguage, languages, switchLanguage } from "../i18n/language.ts";
import { commonWords as t } from "../i18n/words.ts";
import "./language-switch.css";

/** All languages, each by its own name, so that everybody finds theirs. */
export function LanguageSwitch() {
	return (
		<select
			class="language-switch"
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
	);
}
