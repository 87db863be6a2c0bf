import type { z } from "zod";
import { HttpError } from "./errors.ts";

/** Parses the body with `schema`. Throws a 400 that names the first invalid field. */
export function parseBody<Output>(schema: z.ZodType<Output>, body: unknown): Output {
	const parsed = schema.safeParse(body ?? {});
	if (parsed.success) return parsed.data;
	const issue = parsed.error.issues[0];
	// Where the schema has a sentence of its own, it says more.
	if (issue?.code === "custom") throw new HttpError("badRequest", issue.message);
	const field = issue?.path.join(".") ?? "";
	throw new HttpError(
		"badRequest",
		field === "" ? "This request is not understood." : `"${field}" is not valid.`,
	);
}
