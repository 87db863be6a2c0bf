import { useEffect, useRef } from "preact/hooks";

/** Told of every file that is dropped anywhere on the page, while the caller is shown. */
export function useDroppedFile(onFile: (file: File) => void): void {
	const current = useRef(onFile);
	current.current = onFile;
	useEffect(() => {
		const allow = (event: DragEvent) => event.preventDefault();
		const drop = (event: DragEvent) => {
			event.preventDefault();
			const file = event.dataTransfer?.files[0];
			if (file !== undefined) current.current(file);
		};
		addEventListener("dragover", allow);
		addEventListener("drop", drop);
		return () => {
			removeEventListener("dragover", allow);
			removeEventListener("drop", drop);
		};
	}, []);
}
