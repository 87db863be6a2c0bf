/** What is known of a frozen file: the number of its door, and the SHA-256 of its bytes in hexadecimal digits. */
export type FrozenFile = { readonly door: number; readonly sha256: string };

/** Every version of the simulation that is kept for its rounds, with its file. `npm run freeze` writes the lines. */
export const FROZEN: ReadonlyMap<number, FrozenFile> = new Map([
	[5, { door: 1, sha256: "667e697aca779b5594f9d128f8477e9c0f3f1d0535b1e666add96711c885b9a8" }],
	[6, { door: 1, sha256: "8c33537c176abbcfc7706955f30f77c7ff97a126ff07d0a3dc6da11e7b3b7b46" }],
]);
