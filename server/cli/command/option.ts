import { UsageError } from "./usage-error.ts";

/** An option that is there or not. */
export type Flag = {
	readonly type: "flag";
	/** Lines of help, the first of which stands beside the option. */
	readonly help: string;
};

/** An option that a value follows. */
export type Setting<Value> = {
	readonly type: "setting";
	/** What stands for the value in the help: "FILE". */
	readonly placeholder: string;
	readonly help: string;
	/** The verb makes no sense without it. */
	readonly isNeeded?: true;
	/** The value of what is written after the option `name`, undefined where it is left out. Throws `UsageError`. */
	readonly parse: (text: string | undefined, name: string) => Value;
};

/** The options of a verb by their names, in the order of its help. */
export type OptionTable = Readonly<Record<string, Flag | Setting<unknown>>>;

/** What the options of a verb come to. */
export type OptionValues<Options extends OptionTable> = {
	readonly [Name in keyof Options]: Options[Name] extends Setting<infer Value> ? Value : boolean;
};

/** An option that is there or not. */
export function flag(help: string): Flag {
	return { type: "flag", help };
}

/** An option with a text of any kind, such as the path of a file. */
export function text(placeholder: string, help: string): Setting<string | undefined> {
	return { type: "setting", placeholder, help, parse: (written) => written };
}

/** A whole number from `least` to `most`; `otherwise` where the option is left out. */
export function wholeNumber<Otherwise extends number | undefined>(
	placeholder: string,
	help: string,
	{
		least,
		most,
		otherwise,
	}: { readonly least: number; readonly most: number; readonly otherwise: Otherwise },
): Setting<number | Otherwise> {
	return {
		type: "setting",
		placeholder,
		help,
		parse: (written, name) =>
			written === undefined ? otherwise : parseWholeNumber(name, written, least, most),
	};
}

/** The whole number that is written after the option `name`. */
export function parseWholeNumber(name: string, written: string, least: number, most: number): number {
	const value = Number(written);
	if (written.trim() !== "" && Number.isInteger(value) && value >= least && value <= most) return value;
	throw new UsageError(`--${name} needs a whole number from ${least} to ${most}, found "${written}".`);
}
