import { useId } from "preact/hooks";
import "./segmented.css";

type SegmentedProps<Value extends string | number> = {
	label: string;
	options: readonly { readonly value: Value; readonly text: string }[];
	value: Value;
	onValue: (value: Value) => void;
	/** Hides the label from view, not from screen readers. */
	labelHidden?: boolean;
};

/** One of a few: a group of radio buttons, drawn as one control. Arrow keys move within it. */
export function Segmented<Value extends string | number>(props: SegmentedProps<Value>) {
	const name = useId();
	return (
		<fieldset class="segmented">
			<legend class={props.labelHidden === true ? "sr-only" : ""}>{props.label}</legend>
			<div class="segmented-row">
				{props.options.map((option) => (
					<label key={option.value}>
						<input
							type="radio"
							class="sr-only"
							name={name}
							checked={option.value === props.value}
							onChange={() => props.onValue(option.value)}
						/>
						<span>{option.text}</span>
					</label>
				))}
			</div>
		</fieldset>
	);
}
