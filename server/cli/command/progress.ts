/** After this long without a word, progress goes to stderr. */
const PATIENCE_MS = 1_000;

/** Called often; asks for the sentence that says how far something is only where it is time to say it. */
export type TellProgress = (sentence: () => string) => void;

/** Says how far something is, once a second at most, on stderr; what is over within a second says nothing. */
export function createProgress(
	nowMs: () => number = () => performance.now(),
	say: (line: string) => void = (line) => void process.stderr.write(line),
): TellProgress {
	let saidMs = nowMs();
	return (sentence) => {
		if (nowMs() - saidMs <= PATIENCE_MS) return;
		say(`${sentence()}\n`);
		saidMs = nowMs();
	};
}
