import { createHash } from "node:crypto";

/** SHA-256, its first 16 hexadecimal digits, of anything that JSON can say. The order of keys does not count. */
export function hashData(data: unknown): string {
	return createHash("sha256").update(JSON.stringify(data, sortKeys)).digest("hex").slice(0, 16);
}

function sortKeys(_key: string, value: unknown): unknown {
	if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
	return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}
