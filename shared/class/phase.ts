/** What a class is doing, in the order of a lesson. */
export type Phase = "lobby" | "brief" | "predict" | "play" | "explain" | "ended";
