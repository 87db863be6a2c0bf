import type { ComponentChildren, Ref } from "preact";
import { useId } from "preact/hooks";
import "./field.css";

type FieldProps = {
	label: string;
	value: string;
	onValue: (value: string) => void;
	hint?: string;
	/** One sentence; marks the field as wrong and is read aloud. */
	error?: string | undefined;
	/** Beside the input, such as a button that fills it. */
	beside?: ComponentChildren;
	inputRef?: Ref<HTMLInputElement>;
	placeholder?: string;
	maxLength?: number;
	/** A code or a token: no spelling help, no capital letters from the keyboard's own mind. */
	verbatim?: boolean;
	name?: string;
	class?: string;
};

/** A labelled text input with its hint and its error below, tied together for screen readers. */
export function Field(props: FieldProps) {
	const id = useId();
	const { error, hint, verbatim = false } = props;
	const note = error ?? hint;
	return (
		<div class={`field ${error === undefined ? "" : "field-wrong"} ${props.class ?? ""}`}>
			<label for={id}>{props.label}</label>
			<div class="field-row">
				<input
					id={id}
					type="text"
					name={props.name}
					placeholder={props.placeholder}
					maxLength={props.maxLength ?? 200}
					autocomplete="off"
					autocapitalize={verbatim ? "characters" : "words"}
					spellcheck={false}
					ref={props.inputRef ?? null}
					value={props.value}
					aria-invalid={error !== undefined}
					aria-describedby={note === undefined ? undefined : `${id}-note`}
					onInput={(event) => props.onValue(event.currentTarget.value)}
				/>
				{props.beside}
			</div>
			<p id={`${id}-note`} class={error === undefined ? "field-hint" : "field-error"} aria-live="polite">
				{note}
			</p>
		</div>
	);
}
