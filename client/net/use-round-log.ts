import { useMemo } from "preact/hooks";
import type { RoundLog } from "#shared/round/round.ts";
import type { ClientSession } from "./client-session.ts";
import { useStore } from "./use-store.ts";

/** The log of the round that is over, once it is here as a whole; `id`: which round that is. */
export function useRoundLog(session: ClientSession, id: string | undefined): RoundLog | undefined {
	const stream = useStore(session.stream);
	// Of a round that is over no turn comes any more.
	return useMemo(() => (stream !== undefined && stream.id === id ? stream.log : undefined), [stream, id]);
}
