import { expect, test } from "vitest";
import { changedParts } from "./description.ts";
import { hashData } from "./hash-data.ts";
import { adviceOf, versionFault } from "./seal.ts";
import { describeWire, PROTOCOL, WIRE } from "./wire.ts";

test("what goes over the wire is what its version stands for", () => {
	const today = describeWire();
	expect(changedParts(WIRE, today), `What goes over the wire has changed. ${adviceOf(PROTOCOL)}`).toEqual([]);
	expect(`${PROTOCOL.version} ${hashData(today)}`, adviceOf(PROTOCOL)).toBe(PROTOCOL.hash);
	expect(versionFault(PROTOCOL)).toBeUndefined();
});
