/** Short cues, synthesised by oscillators so that nothing is loaded. Off until the player turns them on. */
export type Cue = "decision" | "done" | "refused" | "signal" | "alarm";

const KEY = "coretet:sound";
/** Minimum time between two cues of the same kind. */
const GAP_MS_MIN = 120;

const CUES: Readonly<Record<Cue, { readonly from: number; readonly to: number; readonly lengthS: number }>> =
	{
		decision: { from: 520, to: 780, lengthS: 0.16 },
		done: { from: 660, to: 660, lengthS: 0.07 },
		refused: { from: 240, to: 180, lengthS: 0.18 },
		alarm: { from: 960, to: 480, lengthS: 0.35 },
		signal: { from: 880, to: 990, lengthS: 0.1 },
	};

let context: AudioContext | undefined;
const playedMs = new Map<Cue, number>();

export function isSoundOn(): boolean {
	return localStorage.getItem(KEY) === "on";
}

/** Turns sound on or off. Call it from a click or a key, because browsers start sound only then. */
export function setSound(on: boolean): void {
	localStorage.setItem(KEY, on ? "on" : "off");
	if (on) playCue("done");
}

export function playCue(cue: Cue): void {
	if (!isSoundOn()) return;
	const nowMs = performance.now();
	if (nowMs - (playedMs.get(cue) ?? Number.NEGATIVE_INFINITY) < GAP_MS_MIN) return;
	playedMs.set(cue, nowMs);
	context ??= new AudioContext();
	const { from, to, lengthS } = CUES[cue];
	const startS = context.currentTime;
	const tone = context.createOscillator();
	const volume = context.createGain();
	tone.frequency.setValueAtTime(from, startS);
	tone.frequency.linearRampToValueAtTime(to, startS + lengthS);
	volume.gain.setValueAtTime(0, startS);
	volume.gain.linearRampToValueAtTime(0.12, startS + 0.01);
	volume.gain.exponentialRampToValueAtTime(0.001, startS + lengthS);
	tone.connect(volume).connect(context.destination);
	tone.start(startS);
	tone.stop(startS + lengthS);
}
