/** Measures that a scenario may ask for. Times are ns of the machine, shares 0 to 1, energy is pJ. */
export const MEASURES = [
	"makespan",
	"meanTurnaround",
	"worstTurnaround",
	"meanResponse",
	"worstResponse",
	"meanWait",
	"worstWait",
	"tasksPerMs",
	"jobsPerMs",
	"utilisation",
	"busUtilisation",
	"energy",
	"deadlineMisses",
	"lostUpdates",
	"pageFaults",
] as const;
/** One of MEASURES. */
export type ScenarioMeasure = (typeof MEASURES)[number];
