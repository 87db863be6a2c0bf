import { useEffect, useRef } from "preact/hooks";
import "./toast.css";

/** Long enough to read a sentence twice. */
const SHOWN_MS = 6_000;

type ToastProps = { text: string; look?: "info" | "bad"; onDone: () => void };

/** One sentence that goes away by itself; read aloud without taking the focus. A new text starts its time again. */
export function Toast({ text, look = "info", onDone }: ToastProps) {
	const done = useRef(onDone);
	done.current = onDone;
	useEffect(() => {
		const timer = setTimeout(() => done.current(), text === "" ? 0 : SHOWN_MS);
		return () => clearTimeout(timer);
	}, [text]);
	return (
		<output class={`toast toast-${look}`} aria-live="polite">
			{text}
		</output>
	);
}
