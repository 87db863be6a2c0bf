import type { SignIn } from "../auth/sign-in.ts";
import type { ClassDirectory } from "../rooms/class-directory.ts";
import type { Limiters } from "./limiters.ts";

/** What the routes for classes depend on. */
export type ClassRouteDeps = {
	readonly directory: ClassDirectory;
	readonly signIn: SignIn;
	readonly limiters: Limiters;
	readonly address: () => string;
	/** Whether the server is about to stop and accepts nothing new. */
	readonly isDraining: () => boolean;
};
