import type { SignIn } from "../auth/sign-in.ts";
import type { ClassDirectory } from "../rooms/class-directory.ts";
import type { Limiters } from "./limiters.ts";

/** What the routes of classes work with. */
export type ClassRouteDeps = {
	readonly directory: ClassDirectory;
	readonly signIn: SignIn;
	readonly limiters: Limiters;
	readonly address: () => string;
	/** The server stops soon and takes nothing new. */
	readonly isDraining: () => boolean;
};
