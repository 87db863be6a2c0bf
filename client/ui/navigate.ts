const MOVED = "coretet:moved";

/** Shows another page without loading the document again; `path` may carry a query and a fragment. */
export function navigate(path: string, how: "push" | "replace" = "push"): void {
	if (how === "push") history.pushState(null, "", path);
	else history.replaceState(null, "", path);
	dispatchEvent(new Event(MOVED));
}

/** Calls `listener` after every change of page, by us or by the browser's buttons. Returns how to stop. */
export function onNavigate(listener: () => void): () => void {
	addEventListener(MOVED, listener);
	addEventListener("popstate", listener);
	return () => {
		removeEventListener(MOVED, listener);
		removeEventListener("popstate", listener);
	};
}
