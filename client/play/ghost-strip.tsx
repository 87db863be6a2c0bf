import type { Lesson } from "#shared/lessons/lesson.ts";
import { lessonWords, playWords as t } from "../i18n/words.ts";
import type { ClientSession } from "../net/client-session.ts";
import { GHOSTS, type Ghosts, useGhosts } from "./use-ghosts.ts";
import "./ghost-strip.css";

const [WIDTH, HEIGHT] = [150, 34];

type GhostStripProps = { session: ClientSession; lesson: Lesson; chip: number };

/** How the player's chip does so far in the lesson's measure, beside who else played the same round up to here. */
export function GhostStrip({ session, lesson, chip }: GhostStripProps) {
	const ghosts = useGhosts(session, lesson, chip);
	const { own, curves } = ghosts;
	const words = lessonWords.measures[lesson.measure.id];
	const now = own.at(-1);
	if (now === undefined) return null;
	const second = own.length - 1;
	return (
		<section class="ghosts" aria-label={t.soFar(words.title)}>
			<Curves {...ghosts} />
			<p title={t.soFar(words.title)}>
				<span class="ghosts-title">{t.soFar(words.title)}</span>{" "}
				<span class="ghost-own">
					{t.ghosts.own} <b>{words.value(now)}</b>
				</span>
				{GHOSTS.map((ghost) => {
					const curve = curves[ghost];
					const value = curve?.[second] ?? curve?.at(-1);
					return (
						value !== undefined && (
							<span key={ghost} class={`ghost-${ghost}`} title={t.ghostNotes[ghost]}>
								{t.ghosts[ghost]} <b>{words.value(value)}</b>
							</span>
						)
					);
				})}
			</p>
		</section>
	);
}

/** The same as lines, over the whole round. */
function Curves({ own, curves }: Ghosts) {
	const drawn = [
		...GHOSTS.map((ghost) => ({ name: ghost, curve: curves[ghost] ?? [] })),
		{ name: "own", curve: own },
	];
	const all = drawn.flatMap(({ curve }) => curve);
	const seconds = Math.max(2, ...drawn.map(({ curve }) => curve.length));
	const [least, most] = [Math.min(0, ...all), Math.max(1e-9, ...all)];
	const place = (value: number, index: number) =>
		`${((index * WIDTH) / (seconds - 1)).toFixed(1)},${(HEIGHT - 1 - ((value - least) / (most - least)) * (HEIGHT - 2)).toFixed(1)}`;
	return (
		<svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
			{drawn.map(({ name, curve }) => (
				<polyline key={name} class={`ghost-line-${name}`} points={curve.map(place).join(" ")} />
			))}
		</svg>
	);
}
