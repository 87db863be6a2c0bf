import { networkInterfaces } from "node:os";

/**
 * Address at which students reach the server: what the configuration says, else this machine's in its
 * network, else this machine itself.
 */
export function joinAddress(publicUrl: string, host: string, port: number): string {
	if (publicUrl !== "") return publicUrl;
	return `http://${isEverywhere(host) ? (networkAddress() ?? "localhost") : bracket(host)}:${port}`;
}

function isEverywhere(host: string): boolean {
	return host === "0.0.0.0" || host === "::";
}

function bracket(host: string): string {
	return host.includes(":") ? `[${host}]` : host;
}

function networkAddress(): string | undefined {
	const addresses = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
	return addresses.find(({ family, internal }) => family === "IPv4" && !internal)?.address;
}
