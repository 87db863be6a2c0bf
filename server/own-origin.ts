/**
 * May a page of `origin` talk to this server? Only our own pages may; programs send no origin.
 * `host`: the name under which the server was asked.
 */
export function isOwnOrigin(
	origin: string | undefined,
	host: string | undefined,
	publicUrl: string,
): boolean {
	if (origin === undefined) return true;
	if (publicUrl !== "" && origin === publicUrl) return true;
	return URL.canParse(origin) && host !== undefined && new URL(origin).host === host.toLowerCase();
}
