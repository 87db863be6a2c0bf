import { z } from "zod";
import { scenarioFile } from "#shared/sim/scenario-file.ts";

/** Lists of plain values go on one line, as the formatter writes them. */
const SHORT_LIST = /\[\s+([^[\]{}]+?)\s+\]/g;

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
	return `${JSON.stringify(described, null, "\t").replace(SHORT_LIST, (_, items: string) => `[${items.replace(/,\s+/g, ", ")}]`)}\n`;
}
