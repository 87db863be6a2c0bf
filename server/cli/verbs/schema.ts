import { z } from "zod";
import { scenarioFile } from "#shared/sim/scenario/scenario-fields.ts";
import { defineVerb } from "../command/verb.ts";
import { NOTHING } from "../command/words.ts";

/** Lists of plain values go on one line if they are so short, as the formatter writes them. */
const PLAIN_LIST = /\[\s+([^[\]{}]+?)\s+\]/g;
const LETTERS_MAX = 90;

/** Prints the JSON Schema of scenario files, made from the parser's own schema, so that they cannot differ. */
export const schema = defineVerb({
	name: "schema",
	summary: "print the JSON Schema of scenario files",
	words: NOTHING,
	options: {},
	about: `Prints the JSON Schema of scenario files, made from the parser itself. The committed copy is
shared/sim/scenario.schema.json; an editor that knows it completes and checks a scenario while you
write it, if the file says "$schema": "scenario.schema.json" (the path to it).`,
	act: (_nothing, _options, { print }) => print(scenarioSchema()),
});

function scenarioSchema(): string {
	const { $schema, ...fields } = z.toJSONSchema(scenarioFile, { io: "input" });
	const described = {
		$schema,
		title: "Scenario of a multicore chip",
		description:
			"SCENARIOS.md beside this file explains every field. Times are ns of the machine, work is ns on an ideal core.",
		...fields,
	};
	return JSON.stringify(described, null, "\t").replace(PLAIN_LIST, (list, items: string) => {
		const line = `[${items.replace(/,\s+/g, ", ")}]`;
		return line.length > LETTERS_MAX ? list : line;
	});
}
