/** People in a class. */
export const STUDENTS_MAX = 60;
/** Sockets of a class: students twice (an old one may linger), desks, projectors. */
export const CLIENTS_MAX = 160;

/** Not heard for so long: a bot plays on. */
export const SILENCE_MS = 3_000;
/** Away for so long: the seat is dealt to others. */
export const LEFT_AFTER_MS = 120_000;
/** After joining by HTTP a student has so long to open the socket before the name is free again. */
export const EXPECTED_MS = 120_000;
/** Between "play" and the first turn: time to see the chip and find one's seat. */
export const READY_MS = 3_000;

/** With nobody connected for so long, it ends by itself. */
export const CLASS_IDLE_MS = 6 * 3_600_000;
export const PRACTICE_IDLE_MS = 5 * 60_000;

/** A client that has not said hello after this was not one of ours. */
export const HELLO_WITHIN_MS = 10_000;
export const FRAME_BYTES_MAX = 1_024;
export const MESSAGES_PER_SECOND_MAX = 60;
/** Of one seat. More is no play, and every one of them is kept and sent to everyone. */
export const COMMANDS_PER_TURN_MAX = 8;
/** Reports of a diverged client that are logged, per class and minute. */
export const DIVERGED_PER_MINUTE_MAX = 5;
/** Waiting to be sent to one client. The largest message, a round's log, is well below this. */
export const BACKLOG_BYTES_MAX = 4_000_000;

export const TURNS_PER_SECOND = 4;
