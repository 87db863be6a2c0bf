/** When the scenario ends. */
export type End =
	/** At a given time, or earlier if the backlog stays above its limit. */
	| { readonly type: "horizon"; readonly ns: number; readonly backlogLimit?: BacklogLimit | undefined }
	/** When everything is done; only for scenarios that run out of work. */
	| { readonly type: "done" }
	/** When that many jobs are done. */
	| { readonly type: "jobs"; readonly count: number };

/**
 * Ends the scenario once the backlog has exceeded `workNs` for `forNs`. Backlog: work of all announced threads
 * that are not done, each by its own way and counted in full until its end.
 */
export type BacklogLimit = { readonly workNs: number; readonly forNs: number };
