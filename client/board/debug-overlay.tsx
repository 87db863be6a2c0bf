import { useEffect, useState } from "preact/hooks";
import { TICK_NS, TURN_NS } from "#shared/lib/units.ts";
import { showChecksum } from "#shared/sim/chip/checksum.ts";
import { debugWords as t } from "../i18n/words.ts";
import type { ClientSession } from "../net/client-session.ts";
import "./debug-overlay.css";

const PING_MS = 2_000;
const READ_MS = 250;

type DebugLine = readonly [name: string, value: string];

/** Debug overlay for `?debug`: simulated time, agreement with the server, and pending commands. */
export function DebugOverlay({ session }: { session: ClientSession }) {
	const [lines, setLines] = useState<readonly DebugLine[]>([]);
	useEffect(() => {
		let roundTripMs = Number.NaN;
		const pinging = setInterval(
			() =>
				session.ping((ms) => {
					roundTripMs = ms;
				}),
			PING_MS,
		);
		const reading = setInterval(() => setLines(linesOf(session, roundTripMs)), READ_MS);
		return () => {
			clearInterval(pinging);
			clearInterval(reading);
		};
	}, [session]);
	return (
		<aside aria-label={t.title}>
			<dl class="debug-overlay">
				{lines.map(([name, value]) => (
					<div key={name}>
						<dt>{name}</dt>
						<dd>{value}</dd>
					</div>
				))}
			</dl>
		</aside>
	);
}

/** `roundTripMs` is NaN before the first answer. */
function linesOf(session: ClientSession, roundTripMs: number): DebugLine[] {
	const stream = session.stream.get();
	const verified = stream?.verified;
	const behindTurns = stream === undefined ? 0 : stream.turns - stream.nowNs / TURN_NS;
	const pending = session.pending.get().map(({ command }) => command.type);
	return [
		[t.tick, String(Math.floor((stream?.nowNs ?? 0) / TICK_NS))],
		[t.checksum, verified === undefined ? "–" : `${showChecksum(verified.checksum)} @ ${verified.turn}`],
		[t.behind, behindTurns.toFixed(2)],
		[t.roundTrip, Number.isNaN(roundTripMs) ? "–" : `${roundTripMs.toFixed(0)} ms`],
		[t.pending, pending.join(" ") || "–"],
	];
}
