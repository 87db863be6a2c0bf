/** Close codes of our own; after these a client does not come back by itself. */
export const CLOSE_ENDED = 4100;
export const CLOSE_ELSEWHERE = 4101;
export const CLOSE_SILENT = 4102;
export const CLOSE_RELOAD = 4103;
export const CLOSE_REMOVED = 4104;
