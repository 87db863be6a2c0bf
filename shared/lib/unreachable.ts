/** Ends an exhaustive `switch`: does not compile while a case is missing, throws if one appears at run time. */
export function unreachable(value: never): never {
	throw new Error(`unexpected case: ${JSON.stringify(value)}`);
}
