import { useEffect, useRef, useState } from "preact/hooks";
import { onNavigate } from "../ui/navigate.ts";
import { type LabProblem, type LabState, readLink, writeLink } from "./lab-link.ts";

export type LabLink = {
	/** Undefined until the address has been read. */
	readonly state: LabState | undefined;
	readonly problems: readonly LabProblem[];
	/** The address does not say what is shown, because that is too much for it. */
	readonly isTooLong: boolean;
	readonly change: (next: LabState) => void;
	readonly dismiss: () => void;
};

/** What the lab shows is what its address says: read from it, and written back at every change. */
export function useLabLink(): LabLink {
	const [state, setState] = useState<LabState>();
	const [problems, setProblems] = useState<readonly LabProblem[]>([]);
	const [isTooLong, setTooLong] = useState(false);
	const newest = useRef(0);

	useEffect(() => {
		async function read() {
			newest.current += 1;
			const mine = newest.current;
			const link = await readLink(location.hash);
			if (mine !== newest.current) return;
			setState(link.state);
			setProblems(link.problems);
		}
		void read();
		return onNavigate(() => void read());
	}, []);

	async function write(next: LabState, mine: number) {
		const link = await writeLink(next);
		if (mine !== newest.current) return;
		setTooLong(link === undefined);
		if (link !== undefined) history.replaceState(history.state, "", `${location.pathname}#${link}`);
	}
	return {
		state,
		problems,
		isTooLong,
		change: (next) => {
			newest.current += 1;
			setState(next);
			void write(next, newest.current);
		},
		dismiss: () => setProblems([]),
	};
}
