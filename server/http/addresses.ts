import { networkInterfaces } from "node:os";

/**
 * The address at which students reach the server: the configured one, otherwise this machine's address in its
 * network, otherwise "localhost".
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
