/** Measures that a scenario may ask for. Times are ns of the machine, shares 0 to 1, energy is pJ. */
export const MEASURES = [
	"makespan",
	"meanTurnaround",
	"worstTurnaround",
	"meanSlowdown",
	"meanResponse",
	"worstResponse",
	"meanWait",
	"worstWait",
	"meanWaitSpell",
	"worstWaitSpell",
	"tasksPerMs",
	"jobsPerMs",
	"utilisation",
	"usefulShare",
	"busUtilisation",
	"energy",
	"deadlineMisses",
	"lostUpdates",
	"pageFaults",
] as const;
/** One of MEASURES. */
export type ScenarioMeasure = (typeof MEASURES)[number];
