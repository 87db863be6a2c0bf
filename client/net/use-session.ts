import { useEffect, useState } from "preact/hooks";
import { ClientSession } from "./client-session.ts";
import type { Role } from "./connection-state.ts";

/** The session of a page, closed when the page goes. A session keeps its class, so give the page a `key` of the code. */
export function useSession(code: string, role: Role): ClientSession {
	const [session] = useState(() => new ClientSession(code, role));
	useEffect(() => () => session.close(), [session]);
	return session;
}
