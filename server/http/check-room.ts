import type { ClassDirectory } from "../rooms/class-directory.ts";
import { HttpError } from "./errors.ts";

/** Maximum number of open classes and practices. Each is a running simulation. */
const OPEN_CLASSES_MAX = 1_000;

type Deps = {
	readonly directory: ClassDirectory;
	/** Whether the server is about to stop and accepts nothing new. */
	readonly isDraining: () => boolean;
};

/** Throws an HttpError if this server cannot open another class now. */
export function checkRoom({ isDraining, directory }: Deps): void {
	if (isDraining()) throw new HttpError("draining", "The server is about to restart. Try again in a minute.");
	if (directory.size >= OPEN_CLASSES_MAX) {
		throw new HttpError("tooMany", "This server has as many classes open as it can. Try again later.");
	}
}
