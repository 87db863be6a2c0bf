/** What is known of a frozen file: the number of its door, and the SHA-256 of its bytes in hexadecimal digits. */
export type FrozenFile = { readonly door: number; readonly sha256: string };

/** Every version of the simulation that is kept for its rounds, with its file. `npm run freeze` writes the lines. */
export const FROZEN: ReadonlyMap<number, FrozenFile> = new Map([
	[5, { door: 1, sha256: "3b56bda7b48463ded9acd1736cb96274df90a79c0b87c22ea111b9efb4c46b3d" }],
]);
