import { z } from "zod";
import { scenarioFile } from "#shared/sim/scenario/scenario-fields.ts";

/** Lists of plain values go on one line if they are so short, as the formatter writes them. */
const PLAIN_LIST = /\[\s+([^[\]{}]+?)\s+\]/g;
const LETTERS_MAX = 90;

/** The JSON Schema of scenario files, made from the parser's own schema, so that they cannot differ. */
export function scenarioSchema(): string {
	const { $schema, ...schema } = z.toJSONSchema(scenarioFile, { io: "input" });
	const described = {
		$schema,
		title: "Scenario of a multicore chip",
		description:
			"SCENARIOS.md beside this file explains every field. Times are ns of the machine, work is ns on an ideal core.",
		...schema,
	};
	const text = JSON.stringify(described, null, "\t").replace(PLAIN_LIST, (list, items: string) => {
		const line = `[${items.replace(/,\s+/g, ", ")}]`;
		return line.length > LETTERS_MAX ? list : line;
	});
	return `${text}\n`;
}
