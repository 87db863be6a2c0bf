/**
 * One line of a program: how deep it is indented, what it does (with the blanks before its comment), and what is
 * said of it. Either may be "".
 */
export type CodeLine = { readonly depth: number; readonly text: string; readonly comment: string };

const INDENT = /^(\t| {4})*/;
const COMMENT = /\/\/.*$/;

/** The lines of a program, with the comment at the end of a line apart from it. */
export function splitCode(code: string): CodeLine[] {
	return code.split("\n").map((line) => {
		const indent = line.match(INDENT)?.[0] ?? "";
		const rest = line.slice(indent.length);
		const comment = rest.match(COMMENT)?.[0] ?? "";
		return {
			depth: indent.replaceAll(" ".repeat(4), "\t").length,
			text: rest.slice(0, rest.length - comment.length),
			comment,
		};
	});
}
