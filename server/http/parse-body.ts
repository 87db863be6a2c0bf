import type { z } from "zod";
import { HttpError } from "./errors.ts";

/** The body as `schema` says, or a 400 that names the first field that is wrong. */
export function parseBody<Output>(schema: z.ZodType<Output>, body: unknown): Output {
	const parsed = schema.safeParse(body ?? {});
	if (parsed.success) return parsed.data;
	const issue = parsed.error.issues[0];
	const field = issue?.path.join(".") ?? "";
	throw new HttpError(
		"badRequest",
		field === "" ? "This request is not understood." : `"${field}" is not valid.`,
	);
}
