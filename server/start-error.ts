/** The server cannot start; the message is a sentence for whoever started it. */
export class StartError extends Error {}
