/**
 * Every page of the client by the first part of its address: whether it stands alone, names something behind it
 * (a class, a lesson, a round), or both. Router, server and the tests of all pages go by this list.
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

export type Surface = keyof typeof SURFACES;

export const SURFACE_NAMES = Object.keys(SURFACES) as readonly Surface[];

/** `detail` is what stands behind the first part of the address, as it was written; "" where nothing does. */
export type Place = { readonly surface: Surface; readonly detail: string };

/** The page at that path, or undefined: there is none. A slash at the end changes nothing. */
export function placeOf(path: string): Place | undefined {
	const parts = /^\/([^/]*)(?:\/([^/]+))?\/?$/.exec(path);
	const surface = SURFACE_NAMES.find((name) => name === parts?.[1]);
	if (surface === undefined) return undefined;
	const detail = parts?.[2] ?? "";
	const stands = SURFACES[surface];
	if (stands === "both" || (stands === "alone") === (detail === "")) return { surface, detail };
	return undefined;
}

/** The paths of all pages that stand alone. */
export function alonePaths(): string[] {
	return SURFACE_NAMES.filter((name) => SURFACES[name] !== "named").map((name) => `/${name}`);
}
