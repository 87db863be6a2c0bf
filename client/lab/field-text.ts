import type { Field, FieldKey, Value } from "#shared/lab/field.ts";
import { labWords as t } from "../i18n/words.ts";

/** A field's value as it is shown: with its unit, or in words. */
export function valueText(key: FieldKey, field: Field, value: Value | undefined): string {
	if (field.type === "number") return t.units[field.unit](Number(value));
	return optionText(key, String(value));
}

/** Policies have their textbook names; a newer one is shown by its id. */
export function optionText(key: FieldKey, option: string): string {
	return key === "policy" ? wordOf(t.policies, option) : wordOf(t.options, option);
}

function wordOf(words: Readonly<Record<string, string>>, id: string): string {
	return words[id] ?? id;
}
