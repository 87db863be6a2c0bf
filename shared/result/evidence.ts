import type { z } from "zod";
import type { ConceptId, Occasion } from "../lessons/concept.ts";
import type { LessonId } from "../lessons/ids.ts";
import { lessonById } from "../lessons/table.ts";
import { at } from "../lib/assert.ts";
import type { DeepReadonly } from "../lib/deep-readonly.ts";
import { sumOf } from "../lib/statistics.ts";
import type { RecordedRound } from "../round/recorded-round.ts";
import { replayChip } from "../round/replay.ts";
import type { ReadonlyChip } from "../sim/chip/chip.ts";
import type { EventSink } from "../sim/chip/event.ts";
import type { conceptEvidenceFile, seatEvidenceFile } from "./evidence-file.ts";

/** What a seat of a round shows of one concept; counts only. */
export type SeatEvidence = DeepReadonly<z.infer<typeof seatEvidenceFile>>;

/** The same, with the answer to the concept's question: null while it is not answered. */
export type ConceptEvidence = DeepReadonly<z.infer<typeof conceptEvidenceFile>>;

/** With fewer situations nothing can be distinguished from chance. */
const SITUATIONS_MIN = 3;
/** Standard deviations above chance: one in twenty who choose at random reach it (one-sided normal). */
const CLEARLY = 1.64;

/**
 * Evidence by seat and concept from the decisions that a `driver` made: people, unless scripted players are
 * judged. Empty for a lesson without concepts. Replays the chip.
 */
export function evidenceOf(
	round: RecordedRound,
	index: number,
	driver: "person" | "bot" = "person",
): SeatEvidence[][] {
	const concepts = lessonById(round.header.lesson as LessonId).concepts ?? [];
	if (concepts.length === 0) return [];
	const { chip, closeTurn } = replayChip(round, index);
	const found: Occasion[][][] = chip.seats.map(() => concepts.map(() => []));
	const watch: EventSink = (event) => {
		concepts.forEach(({ situation }, concept) => {
			const occasion = situation(chip, event);
			if (occasion === undefined || !decides(chip, occasion.seat, driver)) return;
			at(at(found, occasion.seat), concept).push(occasion);
		});
	};
	for (let turn = 0; turn < round.turns; turn++) closeTurn(watch);
	return found.map((seat) => seat.map((occasions, concept) => judge(at(concepts, concept).id, occasions)));
}

/** A person who has let two decisions in a row run out is away: the bot decides. */
function decides(chip: ReadonlyChip, seat: number, driver: "person" | "bot"): boolean {
	const { driver: now, unanswered } = at(chip.seats, seat);
	return now === driver && unanswered < 2;
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
