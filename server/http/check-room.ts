import type { ClassDirectory } from "../rooms/class-directory.ts";
import { HttpError } from "./errors.ts";

/** Classes and practices open at the same time; each is a simulation that runs. */
const OPEN_CLASSES_MAX = 1_000;

type Deps = {
	readonly directory: ClassDirectory;
	/** The server stops soon and takes nothing new. */
	readonly isDraining: () => boolean;
};

/** Throws if this server can open nothing more just now. */
export function checkRoom({ isDraining, directory }: Deps): void {
	if (isDraining()) throw new HttpError("draining", "The server is about to restart. Try again in a minute.");
	if (directory.size >= OPEN_CLASSES_MAX) {
		throw new HttpError("tooMany", "This server has as many classes open as it can. Try again later.");
	}
}
