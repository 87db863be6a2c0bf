import { LINK_VERSION, type LinkProblem, readSetup, writeSetup } from "#shared/lab/link.ts";
import { POLICY_FIELDS } from "#shared/lab/machine.ts";
import { standardSetup } from "#shared/lab/setup.ts";
import type { Subject } from "#shared/lab/subject.ts";
import { findPolicy } from "#shared/policies/table.ts";
import { packScenario, unpackScenario } from "./packed-scenario.ts";

/** All that the lab shows: one side or two, and how fast they run. */
export type LabState = { readonly subjects: readonly Subject[]; readonly speed: number };

/** What in the address was not used as it stands. */
export type LabProblem =
	| LinkProblem
	| { readonly type: "scenario"; readonly reason: string }
	| { readonly type: "speed"; readonly found: string };

/** Seconds of play per second. */
export const SPEEDS: readonly number[] = [
	0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000,
];

const SIDES = ["a", "b"] as const;
const FIRST: Subject = { type: "setup", ...standardSetup("amdahl") };

/** The fragment of the address: `v=1&a=lock.pCores-8&b=…`. Undefined if a scenario is too large for it. */
export async function writeLink({ subjects, speed }: LabState): Promise<string | undefined> {
	const parts = [`v=${LINK_VERSION}`];
	for (const [index, subject] of subjects.entries()) {
		const text = subject.type === "setup" ? writeSetup(subject) : await writeFileSubject(subject);
		if (text === undefined) return undefined;
		parts.push(`${SIDES[index]}=${text}`);
	}
	if (speed !== 1) parts.push(`speed=${speed}`);
	return parts.join("&");
}

/** What the fragment says; whatever it does not say, or says wrongly, is as standard. */
export async function readLink(
	fragment: string,
): Promise<{ readonly state: LabState; readonly problems: readonly LabProblem[] }> {
	const given = new URLSearchParams(fragment.replace(/^#/, ""));
	const problems: LabProblem[] = [];
	const subjects: Subject[] = [];
	for (const side of SIDES) {
		const text = given.get(side);
		if (text === null) continue;
		const read = await readSubject(text);
		subjects.push(read.subject);
		problems.push(...read.problems);
	}
	const version = given.get("v");
	if (version !== null && version !== String(LINK_VERSION))
		problems.unshift({ type: "version", found: version });
	const wanted = given.get("speed");
	const speed = SPEEDS.find((known) => String(known) === wanted);
	if (wanted !== null && speed === undefined) problems.push({ type: "speed", found: wanted });
	return { state: { subjects: subjects.length === 0 ? [FIRST] : subjects, speed: speed ?? 1 }, problems };
}

type Read = { readonly subject: Subject; readonly problems: readonly LabProblem[] };

async function readSubject(text: string): Promise<Read> {
	if (!text.startsWith("file.")) {
		const { setup, problems } = readSetup(text);
		return { subject: { type: "setup", ...setup }, problems };
	}
	const [, letters = "", policy = "", seed = ""] = text.split(".");
	const scenario = await unpackScenario(letters);
	if (!scenario.ok)
		return { subject: FIRST, problems: [{ type: "scenario", reason: scenario.reason.join("; ") }] };
	const known = [policy, scenario.value.policy].find((id) => findPolicy(id) !== undefined) ?? "fifo";
	const number = /^\d{1,4}$/.test(seed) ? Number(seed) : 1;
	const problems: LabProblem[] = [];
	if (known !== policy)
		problems.push({ type: "value", key: "policy", field: POLICY_FIELDS.policy, found: policy, used: known });
	if (String(number) !== seed)
		problems.push({ type: "value", key: "seed", field: POLICY_FIELDS.seed, found: seed, used: number });
	return { subject: { type: "file", scenario: scenario.value, policy: known, seed: number }, problems };
}

async function writeFileSubject(subject: Subject & { type: "file" }): Promise<string | undefined> {
	const letters = await packScenario(subject.scenario);
	return letters === undefined ? undefined : `file.${letters}.${subject.policy}.${subject.seed}`;
}
