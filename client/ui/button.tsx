import type { ComponentChildren, Ref } from "preact";
import "./button.css";

export type ButtonProps = {
	children: ComponentChildren;
	onClick?: (event: MouseEvent) => void;
	/** primary: the one obvious next thing on a screen. danger: cannot be undone. quiet: beside others. */
	look?: "primary" | "plain" | "quiet" | "danger";
	size?: "normal" | "large" | "small";
	type?: "button" | "submit";
	disabled?: boolean;
	/** Something is under way: stays focusable, says so, ignores clicks. */
	busy?: boolean;
	pressed?: boolean;
	label?: string;
	/** More words about what it does, shown by pointing at it. */
	title?: string | undefined;
	class?: string;
	buttonRef?: Ref<HTMLButtonElement>;
};

export function Button(props: ButtonProps) {
	const { look = "plain", size = "normal", busy = false } = props;
	return (
		<button
			ref={props.buttonRef ?? null}
			type={props.type ?? "button"}
			class={`button button-${look} button-${size} ${props.class ?? ""}`}
			disabled={props.disabled ?? false}
			aria-busy={busy}
			aria-label={props.label}
			title={props.title}
			aria-pressed={props.pressed}
			onClick={(event) => {
				if (busy) event.preventDefault();
				else props.onClick?.(event);
			}}
		>
			{props.children}
		</button>
	);
}
