import { render } from "preact";
import { App } from "./app.tsx";
import { currentLanguage } from "./i18n/language.ts";
import { loadEntrance } from "./i18n/words.ts";
import { ignoreHeldEnter } from "./ui/one-press.ts";
import "./ui/tokens.css";
import "./ui/base.css";

/** A page may be left alone for so long before it watches for a newer client on the server. */
const UPDATE_WATCH_MS = 3_000;

const root = document.getElementById("app");
if (root === null) throw new Error("index.html has no #app");
const language = currentLanguage();
document.documentElement.lang = language;
ignoreHeldEnter();
// Fetched in good time: when it is needed it is too late, and the first picture can do without it.
setTimeout(() => {
	import("./ui/update-line.tsx")
		.then(({ watchForUpdate }) => watchForUpdate(import.meta.url))
		.catch(() => {});
}, UPDATE_WATCH_MS);
loadEntrance(language).then(
	() => render(<App />, root),
	// Where no dictionary can be had.
	() => document.getElementById("no-words")?.removeAttribute("hidden"),
);
