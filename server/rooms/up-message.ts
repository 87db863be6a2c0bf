import { z } from "zod";
import { up } from "#shared/protocol/up.ts";

/** Every message that a client may send, with its type, as one union. */
const upMessage = z.discriminatedUnion("type", [
	z.strictObject({ type: z.literal("hello"), payload: up.hello }),
	z.strictObject({ type: z.literal("command"), payload: up.command }),
	z.strictObject({ type: z.literal("predict"), payload: up.predict }),
	z.strictObject({ type: z.literal("hint"), payload: up.hint }),
	z.strictObject({ type: z.literal("answer"), payload: up.answer }),
	z.strictObject({ type: z.literal("probe"), payload: up.probe }),
	z.strictObject({ type: z.literal("searchTrial"), payload: up.searchTrial }),
	z.strictObject({ type: z.literal("dualTrial"), payload: up.dualTrial }),
	z.strictObject({ type: z.literal("sitOut"), payload: up.sitOut }),
	z.strictObject({ type: z.literal("beat"), payload: up.beat }),
	z.strictObject({ type: z.literal("log"), payload: up.log }),
	z.strictObject({ type: z.literal("diverged"), payload: up.diverged }),
	z.strictObject({ type: z.literal("rename"), payload: up.rename }),
	z.strictObject({ type: z.literal("remove"), payload: up.remove }),
	z.strictObject({ type: z.literal("move"), payload: up.move }),
	z.strictObject({ type: z.literal("steer"), payload: up.steer }),
]);
const numbered = z.object({ id: up.steer.shape.id });
export type UpMessage = z.infer<typeof upMessage>;

/** Parses a message; undefined if it is none. */
export function parseUp(type: unknown, payload: unknown): UpMessage | undefined {
	const parsed = upMessage.safeParse({ type, payload: payload ?? {} });
	return parsed.success ? parsed.data : undefined;
}

/** The number of a message that cannot be parsed, so that the refusal can name it; null if there is none. */
export function idOf(payload: unknown): number | null {
	const parsed = numbered.safeParse(payload);
	return parsed.success ? parsed.data.id : null;
}
