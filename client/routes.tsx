import type { VNode } from "preact";
import { NotFound } from "./ui/not-found.tsx";

/** Loads the surface of an address: each is a chunk of its own, so that joining loads nothing of playing. */
export async function routeOf(path: string): Promise<VNode> {
	const [surface = ""] = path.split("/").filter((part) => part !== "");
	switch (surface) {
		default:
			return <NotFound />;
	}
}
