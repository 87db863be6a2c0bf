import { expect, test } from "vitest";
import { STORED_HASH } from "../../server/store/stored-kinds.ts";
import { readRecord } from "./files.ts";
import { hashData } from "./hash-data.ts";
import { describeStored, differencesOfStored, missingHistory, recordedKinds } from "./stored.ts";

test("what is stored is what its versions stand for", async () => {
	const today = await describeStored();
	const { changed, unrecorded } = differencesOfStored(today, readRecord("stored", recordedKinds) ?? {});
	expect(changed).toEqual([]);
	expect(unrecorded, "Something stored has a new version. Run `npm run record`").toEqual([]);
	expect(hashData(today)).toBe(STORED_HASH);
	expect(missingHistory(today)).toEqual([]);
});
