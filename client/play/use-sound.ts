import { useState } from "preact/hooks";
import { isSoundOn, setSound } from "./sound.ts";

/** Whether sound is on, and a function that toggles it. */
export function useSound(): readonly [isOn: boolean, toggle: () => void] {
	const [isOn, setIsOn] = useState(isSoundOn);
	function toggle() {
		setSound(!isOn);
		setIsOn(!isOn);
	}
	return [isOn, toggle];
}
