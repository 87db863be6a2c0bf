/** What a scenario may ask to be measured by. Times are ns of the machine, shares 0 to 1, energy pJ. */
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
export type ScenarioMeasure = (typeof MEASURES)[number];
