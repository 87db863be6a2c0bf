import { useEffect, useState } from "preact/hooks";

/**
 * What `load` gives, once it is here: code that only some screens need. Give the same function every time,
 * or undefined where nothing is needed.
 */
export function useLoaded<Loaded>(load: (() => Promise<Loaded>) | undefined): Loaded | undefined {
	const [loaded, setLoaded] = useState<{ readonly value: Loaded }>();
	useEffect(() => {
		let gone = false;
		setLoaded(undefined);
		void load?.().then((value) => {
			if (!gone) setLoaded({ value });
		});
		return () => {
			gone = true;
		};
	}, [load]);
	return loaded?.value;
}
