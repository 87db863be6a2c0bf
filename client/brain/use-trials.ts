import { useEffect, useRef } from "preact/hooks";
import type { DualTrial, SearchTrial } from "#shared/brain/trial.ts";
import type { ClientSession } from "../net/client-session.ts";

export type SendTrials = {
	readonly search: (index: number, trial: SearchTrial) => void;
	readonly dual: (index: number, trial: DualTrial) => void;
};

/**
 * Sends each trial once it is over, and again those that a server that was gone meanwhile has not got.
 * Kept on this page only.
 */
export function useTrials(session: ClientSession, round: string): SendTrials {
	const made = useRef({ search: new Map<number, SearchTrial>(), dual: new Map<number, DualTrial>() });
	const sendSearch = (index: number, trial: SearchTrial) => {
		session.ask("searchTrial", { index, ...trial });
	};
	const sendDual = (index: number, trial: DualTrial) => {
		session.ask("dualTrial", { index, ...trial });
	};
	useEffect(
		() =>
			session.trials.subscribe((told) => {
				if (told === undefined || told.means !== null || session.round.get()?.id !== round) return;
				const { search, dual } = made.current;
				for (const [index, trial] of search) if (index >= told.search) sendSearch(index, trial);
				for (const [index, trial] of dual) if (index >= told.dual) sendDual(index, trial);
			}),
		[session, round],
	);
	return {
		search: (index, trial) => {
			made.current.search.set(index, trial);
			sendSearch(index, trial);
		},
		dual: (index, trial) => {
			made.current.dual.set(index, trial);
			sendDual(index, trial);
		},
	};
}
