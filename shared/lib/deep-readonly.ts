/** `Value` with everything in it readonly at any depth; functions are left as they are. */
export type DeepReadonly<Value> = Value extends (...facts: never[]) => unknown
	? Value
	: Value extends object
		? { readonly [Key in keyof Value]: DeepReadonly<Value[Key]> }
		: Value;
