import { render } from "preact";
import { App } from "./app.tsx";
import { currentLanguage } from "./i18n/language.ts";
import { loadEntrance } from "./i18n/words.ts";
import { ignoreHeldEnter } from "./ui/one-press.ts";
import { watchForStaleCode } from "./ui/stale-code.ts";
import { UpdateLine } from "./ui/update-line.tsx";
import "./ui/tokens.css";
import "./ui/base.css";

const root = document.getElementById("app");
if (root === null) throw new Error("index.html has no #app");
const language = currentLanguage();
document.documentElement.lang = language;
ignoreHeldEnter();
watchForStaleCode(import.meta.url, () => {
	const place = document.body.appendChild(document.createElement("div"));
	render(<UpdateLine />, place);
});
loadEntrance(language).then(
	() => render(<App />, root),
	() => document.getElementById("no-words")?.removeAttribute("hidden"),
);
