import { number } from "../i18n/base/format.ts";
import { type PredictionScale, placeOf, ticksOf } from "./prediction-scale.ts";

/** The numbers along a prediction's scale, each at its place from the left. */
export function ScaleTicks({ scale }: { scale: PredictionScale }) {
	return (
		<>
			{ticksOf(scale).map((tick) => (
				<span key={tick} style={{ left: `${placeOf(scale, tick) * 100}%` }}>
					{number(tick, 2)}
				</span>
			))}
		</>
	);
}
