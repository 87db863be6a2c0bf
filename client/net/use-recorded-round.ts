import { useEffect, useState } from "preact/hooks";
import type { RoundFault } from "#shared/frozen/load-round.ts";
import { type Result, refuse } from "#shared/lib/result.ts";
import type { RecordedRound } from "#shared/round/recorded-round.ts";
import type { RoundLog } from "#shared/round/round.ts";

/** A round with the simulation that played it, or why it cannot be replayed. */
type Loaded = Result<RecordedRound, RoundFault>;

/** Loaded once for all that replay it on a page. */
const loading = new WeakMap<RoundLog, Promise<Loaded>>();

/** Loads the simulation that played the round; undefined until it is here, or while there is no log. */
export function useRecordedRound(log: RoundLog | undefined): Loaded | undefined {
	const [loaded, setLoaded] = useState<{ readonly log: RoundLog; readonly round: Loaded }>();
	useEffect(() => {
		if (log === undefined) return;
		let isWanted = true;
		async function show(shown: RoundLog) {
			const round = await load(shown);
			if (isWanted) setLoaded({ log: shown, round });
		}
		void show(log);
		return () => {
			isWanted = false;
		};
	}, [log]);
	return loaded !== undefined && loaded.log === log ? loaded.round : undefined;
}

function load(log: RoundLog): Promise<Loaded> {
	const known = loading.get(log);
	if (known !== undefined) return known;
	const started = loadNow(log);
	loading.set(log, started);
	return started;
}

/** Loaded apart, because it brings in scenarios and policies, and few pages replay. */
async function loadNow(log: RoundLog): Promise<Loaded> {
	try {
		const { loadRound } = await import("#shared/frozen/load-round.ts");
		return await loadRound(log);
	} catch {
		loading.delete(log);
		return refuse({ is: "missing", version: log.header.simVersion });
	}
}
