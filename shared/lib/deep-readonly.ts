/** `Value` with everything in it readonly at any depth; applied to types inferred from schemas. */
export type DeepReadonly<Value> = Value extends readonly unknown[] | object
	? { readonly [Key in keyof Value]: DeepReadonly<Value[Key]> }
	: Value;
