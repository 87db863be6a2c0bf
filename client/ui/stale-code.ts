/** The code for which this tab has already loaded its page again by itself: once each, so that it never loops. */
const KEY = "coretet:reloaded-for";

/**
 * A page that was opened before the server got a new client asks for code that is gone. When that happens, loads
 * the page again if nobody can lose anything by it, else calls `ask`. `entry`: address of this page's first
 * script; as long as the server still names it the code is not old, and something else is wrong.
 */
export function watchForStaleCode(entry: string, ask: () => void): void {
	let hasTyped = false;
	let hasAsked = false;
	addEventListener("input", () => {
		hasTyped = true;
	});
	addEventListener("submit", () => {
		hasTyped = false;
	});
	addEventListener("vite:preloadError", async () => {
		const isOld = await isStale(entry);
		if (!isOld || hasAsked) return;
		const mayLose = hasTyped || document.querySelector("[data-unsent]") !== null;
		if (!mayLose && isFirstTime(entry)) location.reload();
		else {
			hasAsked = true;
			ask();
		}
	});
}

/** Whether the server has another client than the one that runs here. Without an answer nobody knows. */
async function isStale(entry: string): Promise<boolean> {
	try {
		const answer = await fetch("/", { cache: "no-store" });
		return answer.ok && !(await answer.text()).includes(new URL(entry).pathname);
	} catch {
		return false;
	}
}

function isFirstTime(entry: string): boolean {
	try {
		if (sessionStorage.getItem(KEY) === entry) return false;
		sessionStorage.setItem(KEY, entry);
		return true;
	} catch {
		// Where nothing may be remembered a second time cannot be told from the first.
		return false;
	}
}
