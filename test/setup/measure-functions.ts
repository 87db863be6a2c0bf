import { parseSync } from "vite";

/** A function of any kind: declared, an arrow, a method. */
export type MeasuredFunction = {
	readonly path: string;
	/** Its own, or that of what it is given to; "" where neither has one. */
	readonly name: string;
	/** From 1 on. */
	readonly line: number;
	/** From its first line to its last. */
	readonly lines: number;
};

const FUNCTIONS = ["FunctionDeclaration", "FunctionExpression", "ArrowFunctionExpression"];

/** All functions in `source`, also those within others, in the order of the text. */
export function measureFunctions(path: string, source: string): MeasuredFunction[] {
	const { program, errors } = parseSync(path, source);
	if (errors.length > 0) throw new Error(`${path} does not parse: ${errors[0]?.message}`);
	const lineAt = (offset: number): number => source.slice(0, offset).split("\n").length;
	const found: MeasuredFunction[] = [];
	const visit = (node: unknown, outer: string): void => {
		if (Array.isArray(node)) for (const each of node) visit(each, outer);
		if (!isNode(node)) return;
		const name = nameIn(node) ?? outer;
		// A signature without a body is a type.
		if (FUNCTIONS.includes(node.type) && isNode(node["body"])) {
			const line = lineAt(node.start);
			found.push({ path, name, line, lines: lineAt(node.end) - line + 1 });
		}
		for (const value of Object.values(node)) visit(value, name);
	};
	visit(program, "");
	return found;
}

type Node = {
	readonly type: string;
	readonly start: number;
	readonly end: number;
	readonly [key: string]: unknown;
};

function isNode(value: unknown): value is Node {
	return typeof value === "object" && value !== null && "type" in value && "start" in value && "end" in value;
}

/** The name that a declaration, a property or a method gives to what it holds. */
function nameIn(node: Node): string | undefined {
	const id = node["id"] ?? node["key"];
	return isNode(id) && typeof id["name"] === "string" ? id["name"] : undefined;
}
