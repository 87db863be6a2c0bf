/** Close code: the class is over. After any of our own close codes a client does not reconnect by itself. */
export const CLOSE_ENDED = 4100;
/** Close code: the same seat was opened elsewhere. */
export const CLOSE_ELSEWHERE = 4101;
/** Close code: the client never sent `hello`. */
export const CLOSE_SILENT = 4102;
/** Close code: the client has another protocol version and must reload. */
export const CLOSE_RELOAD = 4103;
/** Close code: the teacher removed the student. */
export const CLOSE_REMOVED = 4104;
