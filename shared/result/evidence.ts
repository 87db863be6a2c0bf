import type { z } from "zod";
import type { ConceptId, Occasion } from "../lessons/concept.ts";
import type { LessonId } from "../lessons/ids.ts";
import { lessonById } from "../lessons/table.ts";
import { at } from "../lib/assert.ts";
import type { DeepReadonly } from "../lib/deep-readonly.ts";
import { sumOf } from "../lib/statistics.ts";
import { TURN_NS } from "../lib/units.ts";
import type { RecordedRound } from "../round/recorded-round.ts";
import { commandsByTurn } from "../round/replay.ts";
import type { EventSink } from "../sim/chip/event.ts";
import type { conceptEvidenceFile, seatEvidenceFile } from "./evidence-file.ts";
import { watchHands } from "./own-hands.ts";

/** What a seat of a round shows of one concept; counts only. */
export type SeatEvidence = DeepReadonly<z.infer<typeof seatEvidenceFile>>;

/** The same, with the answer to the concept's question: null while it is not answered. */
export type ConceptEvidence = DeepReadonly<z.infer<typeof conceptEvidenceFile>>;

/** With fewer situations nothing can be distinguished from chance. */
const SITUATIONS_MIN = 3;
/** Standard deviations above chance: one in twenty who choose at random reach it (one-sided normal). */
const CLEARLY = 1.64;

/** What a seat of a round shows: how many commands of its own were carried out, and what they show of each concept. */
export type SeatShown = { readonly decisions: number; readonly concepts: readonly SeatEvidence[] };

/**
 * Evidence by seat from what people did themselves: a situation counts if the person in the seat settled it by a command,
 * or had planned, ordered or chosen for a task that is in it; what a policy did in their seat does not. `whose` "bot":
 * from all that happened in a seat, for scripted players. Without concepts in a lesson without any. Replays the chip.
 */
export function evidenceOf(
	round: RecordedRound,
	index: number,
	whose: "person" | "bot" = "person",
): SeatShown[] {
	return judgeSeats(round.header.lesson as LessonId, watchSeats(round, index, whose));
}

/**
 * The same of all parts of a lesson that somebody played in one seat: commands and situations of all count together, so
 * that what is too little to judge in one part may be enough in two.
 */
export function evidenceOfParts(rounds: readonly RecordedRound[], index: number): SeatShown[] {
	const [first, ...others] = rounds;
	if (first === undefined) return [];
	const seats = others.reduce(
		(sum, round) => {
			const part = watchSeats(round, index, "person");
			return sum.map(({ decisions, found }, seat) => ({
				decisions: decisions + (part[seat]?.decisions ?? 0),
				found: found.map((occasions, concept) => [...occasions, ...(part[seat]?.found[concept] ?? [])]),
			}));
		},
		watchSeats(first, index, "person"),
	);
	return judgeSeats(first.header.lesson as LessonId, seats);
}

/** What happened in a seat: its own commands that were carried out, and by concept the situations that count. */
type Watched = { readonly decisions: number; readonly found: readonly (readonly Occasion[])[] };

function judgeSeats(lesson: LessonId, seats: readonly Watched[]): SeatShown[] {
	const concepts = lessonById(lesson).concepts ?? [];
	return seats.map(({ decisions, found }) => ({
		decisions,
		concepts: found.map((occasions, concept) => judge(at(concepts, concept).id, occasions)),
	}));
}

function watchSeats(round: RecordedRound, index: number, whose: "person" | "bot"): Watched[] {
	const concepts = lessonById(round.header.lesson as LessonId).concepts ?? [];
	const { chip, startTurn, advance } = round.open(index);
	const found: Occasion[][][] = chip.seats.map(() => concepts.map(() => []));
	const hands = watchHands(chip, round, index);
	const watch =
		(isCommanded: boolean): EventSink =>
		(event) => {
			hands.see(event, isCommanded);
			concepts.forEach(({ situation }, concept) => {
				const occasion = situation(chip, event);
				if (occasion === undefined) return;
				if (whose === "bot" || hands.isOwn(event, occasion, isCommanded))
					at(at(found, occasion.seat), concept).push(occasion);
			});
		};
	const [commanded, other] = [watch(true), watch(false)];
	const byTurn = commandsByTurn(round);
	for (let turn = 0; turn < round.turns; turn++) {
		// What a policy does at that very instant comes before the turn's commands.
		advance(turn * TURN_NS, other);
		hands.begin(turn);
		const own = (byTurn.get(turn) ?? []).filter((stamped) => stamped.chip === index);
		startTurn(turn, own, commanded);
		advance((turn + 1) * TURN_NS, other);
	}
	return found.map((seat, id) => ({ decisions: hands.decisions(id), found: seat }));
}

function judge(concept: ConceptId, occasions: readonly Occasion[]): SeatEvidence {
	const arose = occasions.length;
	const taken = occasions.filter(({ took }) => took).length;
	const expected = sumOf(occasions, ({ chance }) => chance);
	const deviation = Math.sqrt(sumOf(occasions, ({ chance }) => chance * (1 - chance)));
	const used = arose >= SITUATIONS_MIN && taken - expected > CLEARLY * deviation;
	return { concept, arose, taken, expected, seen: arose > 0, used };
}

/** What a student shows of every concept of a lesson, in their seat and by their answers. */
export function conceptEvidence(
	lesson: LessonId,
	seat: readonly SeatEvidence[] | undefined,
	answers: readonly (number | null)[],
): ConceptEvidence[] {
	const { concepts = [], questions } = lessonById(lesson);
	return concepts.map(({ id, question }) => {
		const shown = seat?.find(({ concept }) => concept === id) ?? judge(id, []);
		const answer = answers[question] ?? null;
		return { ...shown, explained: answer === null ? null : answer === questions[question]?.right };
	});
}
