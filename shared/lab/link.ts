import { FAMILY_IDS, type FamilyId } from "./family.ts";
import { type Field, type FieldKey, fits, type Value } from "./field.ts";
import { CORES_MAX } from "./machine.ts";
import { fieldsOf, type Setup, standardSetup } from "./setup.ts";

/** Raised when an older link would mean something else. */
export const LINK_VERSION = 1;

/** What in a link could not be used as it stands. */
export type LinkProblem =
	| { readonly type: "version"; readonly found: string }
	| { readonly type: "family"; readonly found: string; readonly used: FamilyId }
	| { readonly type: "unknownField"; readonly found: string }
	| {
			readonly type: "value";
			readonly key: FieldKey;
			readonly field: Field;
			readonly found: string;
			readonly used: Value;
	  }
	| { readonly type: "cores"; readonly used: number };

/** A set-up as short text, `lock.pCores-8.waiting-block`, listing only values that are not the default. */
export function writeSetup({ family, values }: Setup): string {
	const fields = Object.entries(fieldsOf(family)) as [FieldKey, Field][];
	const changed = fields.filter(([key, field]) => values[key] !== field.standard);
	return [family, ...changed.map(([key]) => `${key}-${values[key]}`)].join(".");
}

/**
 * Parses the text of a link. Whatever it does not name, or names wrongly, has its default; `problems` lists the
 * latter.
 */
export function readSetup(text: string): {
	readonly setup: Setup;
	readonly problems: readonly LinkProblem[];
} {
	const [name = "", ...parts] = text.split(".");
	const known = FAMILY_IDS.find((id) => id === name);
	const family = known ?? FAMILY_IDS[0];
	const problems: LinkProblem[] = known === undefined ? [{ type: "family", found: name, used: family }] : [];
	const fields = fieldsOf(family);
	const standard = standardSetup(family).values;
	const values: { [Key in FieldKey]?: Value } = { ...standard };
	for (const part of known === undefined ? [] : parts) {
		const [key = "", found = ""] = splitOnce(part);
		const field = Object.hasOwn(fields, key) ? fields[key as FieldKey] : undefined;
		if (field === undefined) {
			problems.push({ type: "unknownField", found: key });
			continue;
		}
		const value = field.type === "number" && /^\d+$/.test(found) ? Number(found) : found;
		if (fits(field, value)) values[key as FieldKey] = value;
		else problems.push({ type: "value", key: key as FieldKey, field, found, used: field.standard });
	}
	const cores = Number(values.pCores) + Number(values.eCores);
	if (cores < 1 || cores > CORES_MAX) {
		values.pCores = standard.pCores ?? 1;
		values.eCores = standard.eCores ?? 0;
		problems.push({ type: "cores", used: Number(values.pCores) + Number(values.eCores) });
	}
	return { setup: { family, values }, problems };
}

function splitOnce(text: string): [string, string] {
	const place = text.indexOf("-");
	return place < 0 ? [text, ""] : [text.slice(0, place), text.slice(place + 1)];
}
