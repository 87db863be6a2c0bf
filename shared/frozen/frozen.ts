/** What is known of a frozen file: the number of its door, and the SHA-256 of its bytes in hexadecimal digits. */
export type FrozenFile = { readonly door: number; readonly sha256: string };

/** Every version of the simulation that is kept for its rounds, with its file. `npm run freeze` writes the lines. */
export const FROZEN: ReadonlyMap<number, FrozenFile> = new Map([
	[5, { door: 1, sha256: "2c53d191699c195bfc0d10114a3c75efecdbc7d9a85d5404925ab0ca3c54abdf" }],
]);
