import { useRef } from "preact/hooks";
import { Button, type ButtonProps } from "./button.tsx";

type OpenFileProps = Pick<ButtonProps, "size" | "title"> & {
	label: string;
	onFile: (file: File) => void;
};

/** A button that lets people choose a JSON file of theirs; the same file may be chosen again. */
export function OpenFile({ label, onFile, ...button }: OpenFileProps) {
	const input = useRef<HTMLInputElement>(null);
	return (
		<>
			<Button {...button} onClick={() => input.current?.click()}>
				{label}
			</Button>
			<input
				ref={input}
				class="sr-only"
				type="file"
				accept=".json,application/json"
				tabIndex={-1}
				aria-label={label}
				onChange={(event) => {
					const file = event.currentTarget.files?.[0];
					event.currentTarget.value = "";
					if (file !== undefined) onFile(file);
				}}
			/>
		</>
	);
}
