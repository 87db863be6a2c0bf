/**
 * Every page of the client by the first part of its path: whether it stands alone, takes a name behind it (a
 * class, a lesson, a round), or both. Router, server and the tests of all pages share this list.
 */
const SURFACES = {
	"": "alone",
	play: "both",
	teach: "both",
	project: "named",
	rounds: "both",
	guide: "named",
	homework: "named",
	practice: "alone",
	lab: "alone",
} as const satisfies Readonly<Record<string, "alone" | "named" | "both">>;

/** First part of a page's path, without the slash. */
export type Surface = keyof typeof SURFACES;

/** All surfaces; "" is the start page. */
export const SURFACE_NAMES = Object.keys(SURFACES) as readonly Surface[];

/** A page's address. `detail`: what follows the first part of the path, as written; "" if nothing does. */
export type Place = { readonly surface: Surface; readonly detail: string };

/** The page at that path; undefined if there is none. A trailing slash makes no difference. */
export function placeOf(path: string): Place | undefined {
	const parts = /^\/([^/]*)(?:\/([^/]+))?\/?$/.exec(path);
	const surface = SURFACE_NAMES.find((name) => name === parts?.[1]);
	if (surface === undefined) return undefined;
	const detail = parts?.[2] ?? "";
	const stands = SURFACES[surface];
	if (stands === "both" || (stands === "alone") === (detail === "")) return { surface, detail };
	return undefined;
}

/** Paths of all pages that stand alone. */
export function alonePaths(): string[] {
	return SURFACE_NAMES.filter((name) => SURFACES[name] !== "named").map((name) => `/${name}`);
}
