import { createHash, randomBytes } from "node:crypto";

/** 192 random bits, as text that fits an address. */
export function createSecret(): string {
	return randomBytes(24).toString("base64url");
}

/**
 * What is kept of a secret. Plain SHA-256 is enough: the secrets are random, so there is nothing to guess
 * them by, and looking one up by its hash gives no time away.
 */
export function hashSecret(secret: string): string {
	return createHash("sha256").update(secret).digest("hex");
}
