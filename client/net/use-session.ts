import { useEffect, useState } from "preact/hooks";
import { ClientSession } from "./client-session.ts";
import type { Role } from "./connection-state.ts";

/** The session of a page, left when the page goes. Give the page a `key` of the code: a session keeps its class. */
export function useSession(code: string, role: Role): ClientSession {
	const [session] = useState(() => new ClientSession(code, role));
	useEffect(() => () => session.close(), [session]);
	return session;
}
