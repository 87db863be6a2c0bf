import { expect, test } from "vitest";
import { z } from "zod";
import { readStored, unchanged, writeStored } from "#shared/lib/stored.ts";

const kind = { schema: z.int(), upcasts: [unchanged] } as const;

test("a value is stored in an envelope with its version first, and is read again", () => {
	const text = writeStored(kind, 7);
	expect(text).toBe('{"version":2,"value":7}');
	expect(readStored(kind, text)).toEqual({ ok: true, value: 7 });
});

test("a bare value is one of version 1", () => {
	expect(readStored(kind, "7")).toEqual({ ok: true, value: 7 });
});
