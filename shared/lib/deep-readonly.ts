/** `Value` with everything in it readonly, however deep; what a schema infers becomes this. */
export type DeepReadonly<Value> = Value extends readonly unknown[] | object
	? { readonly [Key in keyof Value]: DeepReadonly<Value[Key]> }
	: Value;
