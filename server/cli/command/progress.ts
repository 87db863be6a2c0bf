/** After this long without a word, progress goes to stderr. */
const PATIENCE_MS = 1_000;

/** Says how far something is, once a second at most, on stderr; what is over within a second says nothing. */
export function createProgress(): (sentence: () => string) => void {
	let saidMs = performance.now();
	return (sentence) => {
		if (performance.now() - saidMs <= PATIENCE_MS) return;
		process.stderr.write(`${sentence()}\n`);
		saidMs = performance.now();
	};
}
