import { Router } from "express";
import type { ProbeTally } from "#shared/class/probe-tally.ts";
import { PROBE_SHEETS_MIN } from "#shared/class/probe-tally.ts";
import type { ProbeAnswer, ProbeCounts } from "#shared/protocol/http.ts";
import type { SignIn } from "../auth/sign-in.ts";
import type { FoundProbe, ProbeRecords } from "../store/probes.ts";
import { needTeacher } from "./teacher.ts";

type Deps = { readonly probes: ProbeRecords; readonly signIn: SignIn };

/** Routes for what a teacher's classes answered before and after. */
export function createProbeRoutes({ probes, signIn }: Deps): Router {
	const router = Router();
	router.get("/probes", async (request, response) => {
		const teacher = await needTeacher(request, signIn);
		const byClass = Map.groupBy(await probes.list(teacher), ({ code }) => code);
		response.json([...byClass].map(([code, moments]) => answerOf(code, moments)));
	});
	return router;
}

function answerOf(code: string, moments: readonly FoundProbe[]): ProbeAnswer {
	const at = (moment: FoundProbe["moment"]) => moments.find((probe) => probe.moment === moment)?.tally;
	const answer = {
		code,
		atMs: Math.min(...moments.map(({ atMs }) => atMs)),
		before: countsOf(at("before")),
		after: countsOf(at("after")),
	};
	const gaps = moments.flatMap(({ unreadable }) => unreadable?.sentence ?? []);
	return gaps.length === 0 ? answer : { ...answer, unreadable: gaps.join(" ") };
}

/** With fewer sheets the counts would reveal who chose what, so that only the number of sheets is given. */
function countsOf(tally: ProbeTally | undefined): ProbeCounts | null {
	if (tally === undefined) return null;
	return tally.sheets < PROBE_SHEETS_MIN ? { sheets: tally.sheets, counts: null } : tally;
}
