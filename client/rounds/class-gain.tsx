import { useEffect, useState } from "preact/hooks";
import { PROBE_SHEETS_MIN } from "#shared/class/probe-tally.ts";
import type { ProbeAnswer } from "#shared/protocol/http.ts";
import { showRoomCode } from "#shared/protocol/room-code.ts";
import { percent } from "../i18n/base/format.ts";
import { beliefWords, probeTexts, probeWords as t } from "../i18n/words.ts";
import { api } from "../net/api.ts";
import { gainsOf } from "./probe-gain.ts";
import { UnreadableNote } from "./unreadable-note.tsx";
import "./class-gain.css";

/** What the teacher's classes answered before and after; nothing where no class was ever asked. */
export function ClassGains() {
	const [probes, setProbes] = useState<readonly ProbeAnswer[]>([]);
	useEffect(() => {
		async function load() {
			const answer = await api.probes();
			if (answer.ok) setProbes(answer.value);
		}
		void load();
	}, []);
	if (probes.length === 0) return null;
	return (
		<section class="gains">
			<h2>{t.gainTitle}</h2>
			<p class="muted">{t.gainNote}</p>
			{probes.map((probe) => (
				<ClassGain key={probe.code} probe={probe} />
			))}
		</section>
	);
}

function ClassGain({ probe }: { probe: ProbeAnswer }) {
	const { code, before, after, unreadable } = probe;
	const isShown = before?.counts != null || after?.counts != null;
	return (
		<article class="gain" aria-label={t.class(showRoomCode(code))}>
			<h3>
				{t.class(showRoomCode(code))}{" "}
				<span class="muted small">{t.sheets(before?.sheets ?? 0, after?.sheets ?? 0)}</span>
			</h3>
			<UnreadableNote what={unreadable} />
			{isShown ? <GainTable probe={probe} /> : <p class="muted">{t.tooFew(PROBE_SHEETS_MIN)}</p>}
		</article>
	);
}

function GainTable({ probe }: { probe: ProbeAnswer }) {
	return (
		<div class="gain-scroll">
			<table class="gain-table">
				<thead>
					<tr>
						<th scope="col">{t.concept}</th>
						<th scope="col">{t.atBefore}</th>
						<th scope="col">{t.atAfter}</th>
						<th scope="col">{t.gain}</th>
						<th scope="col">{t.belief}</th>
					</tr>
				</thead>
				<tbody>
					{gainsOf(probe).map(({ concept, before, after, belief }) => (
						<tr key={concept}>
							<th scope="row">{probeTexts[concept].name}</th>
							<td>
								<Share share={before} />
							</td>
							<td>
								<Share share={after} />
							</td>
							<td>
								{before === undefined || after === undefined
									? "–"
									: t.points(Math.round(after * 100) - Math.round(before * 100))}
							</td>
							<td class="gain-belief">
								{belief === undefined ? "–" : t.beliefShare(beliefWords[belief.id], percent(belief.share))}
							</td>
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}

function Share({ share }: { share: number | undefined }) {
	if (share === undefined) return <>–</>;
	return (
		<span class="gain-share">
			<span class="gain-bar" aria-hidden="true">
				<i style={{ width: `${share * 100}%` }} />
			</span>
			<b>{percent(share)}</b>
		</span>
	);
}
