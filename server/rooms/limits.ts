/** People in a class. */
export const STUDENTS_MAX = 60;
/** Sockets of a class: students twice (an old one may linger), desks, projectors. */
export const CLIENTS_MAX = 160;

/** Silence after which a bot takes over the seat. */
export const SILENCE_MS = 3_000;
/** Absence after which the seat is dealt to somebody else. */
export const LEFT_AFTER_MS = 120_000;
/** Time between joining by HTTP and opening the socket, after which the name is free again. */
export const EXPECTED_MS = 120_000;
/** Time between "play" and the first turn, to see the chip and find one's seat. */
export const READY_MS = 3_000;

/** Time with nobody connected after which a class ends by itself. */
export const CLASS_IDLE_MS = 6 * 3_600_000;
export const PRACTICE_IDLE_MS = 5 * 60_000;

/** Time within which a client must say hello. */
export const HELLO_WITHIN_MS = 10_000;
export const FRAME_BYTES_MAX = 1_024;
export const MESSAGES_PER_SECOND_MAX = 60;
/** Commands of one seat in one turn. Each is stored and sent to everyone, and nobody plays faster. */
export const COMMANDS_PER_TURN_MAX = 8;
/** Reports of diverged clients that are logged, a class and minute. */
export const DIVERGED_PER_MINUTE_MAX = 5;
/** Bytes waiting to be sent to one client. The largest message, a round's log, is well below this. */
export const BACKLOG_BYTES_MAX = 4_000_000;

export const TURNS_PER_SECOND = 4;
