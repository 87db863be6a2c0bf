import { parseSync } from "vite";

/** A name that a file declares at its top level. A class is a type and a value: it counts as a type. */
export type Declared = {
	readonly path: string;
	readonly name: string;
	readonly kind: "type" | "value";
	readonly exported: boolean;
};

type Statement = ReturnType<typeof parseSync>["program"]["body"][number];

/** What `path` declares at its top level, as written in `source`, in order; what it only passes on is not its own. */
export function readDeclared(path: string, source: string): Declared[] {
	const { program, module, errors } = parseSync(path, source);
	if (errors.length > 0) throw new Error(`${path} does not parse: ${errors[0]?.message}`);
	const later = new Set(
		module.staticExports.flatMap(({ entries }) =>
			entries.filter((entry) => entry.moduleRequest === null).map((entry) => entry.localName.name),
		),
	);
	return program.body.flatMap((statement) => {
		const isExport = statement.type === "ExportNamedDeclaration" && statement.declaration !== null;
		const own = isExport ? statement.declaration : statement;
		return own === null
			? []
			: namesIn(own as Statement).map(([name, kind]) => ({
					path,
					name,
					kind,
					exported: isExport || later.has(name),
				}));
	});
}

function namesIn(statement: Statement): [string, Declared["kind"]][] {
	switch (statement.type) {
		case "TSTypeAliasDeclaration":
		case "TSInterfaceDeclaration":
			return [[statement.id.name, "type"]];
		case "ClassDeclaration":
			return statement.id === null ? [] : [[statement.id.name, "type"]];
		case "FunctionDeclaration":
			return statement.id === null ? [] : [[statement.id.name, "value"]];
		case "VariableDeclaration":
			return statement.declarations.flatMap(({ id }) =>
				id.type === "Identifier" ? [[id.name, "value"]] : [],
			);
		default:
			return [];
	}
}
