import { useMemo } from "preact/hooks";
import type { RoundLog } from "#shared/round/round.ts";
import type { ClientSession } from "./client-session.ts";
import { useStore } from "./use-store.ts";

/** The log of round `id`, which must be over; undefined until it is here. */
export function useRoundLog(session: ClientSession, id: string | undefined): RoundLog | undefined {
	const stream = useStore(session.stream);
	// No turns are added to a round that is over.
	return useMemo(() => (stream !== undefined && stream.id === id ? stream.log : undefined), [stream, id]);
}
