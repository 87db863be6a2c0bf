/** Every language by its tag (BCP 47): its own name for itself, and where its two dictionaries are. */
export const LANGUAGES = {
	en: { name: "English", entrance: () => import("./en/entrance.ts"), inside: () => import("./en/inside.ts") },
	de: { name: "Deutsch", entrance: () => import("./de/entrance.ts"), inside: () => import("./de/inside.ts") },
} as const;

export type Language = keyof typeof LANGUAGES;
