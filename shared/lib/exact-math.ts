import { numberAt } from "./assert.ts";
import { doubles } from "./doubles.ts";

/**
 * Logarithm, exponential and power from + - x / alone, so that every engine gives the same bits. Meant for load
 * time; relative error below 1e-14.
 */
/** ln 2 to the last bit; division is exact in every engine. */
const LN_2 = 6_931_471_805_599_453 / 1e16;

/** 1 / 39, 1 / 37 and so on to 1, the coefficients of artanh. */
const ODD_INVERSES = doubles(Array.from({ length: 20 }, (_, index) => 1 / (39 - 2 * index)));

/** Natural logarithm of `x` > 0. */
export function ln(x: number): number {
	let mantissa = x;
	let exponent = 0;
	while (mantissa > 1.5) {
		mantissa /= 2;
		exponent++;
	}
	while (mantissa < 0.75) {
		mantissa *= 2;
		exponent--;
	}
	// ln m = 2 artanh((m - 1) / (m + 1)), |argument| <= 0.2
	const ratio = (mantissa - 1) / (mantissa + 1);
	const square = ratio * ratio;
	let sum = 0;
	for (let index = 0; index < ODD_INVERSES.length; index++)
		sum = sum * square + numberAt(ODD_INVERSES, index);
	return exponent * LN_2 + 2 * ratio * sum;
}

/** e to the power of `x`, for |x| < 700. */
export function exp(x: number): number {
	const doublings = Math.floor(x / LN_2 + 0.5);
	const rest = x - doublings * LN_2;
	let sum = 1;
	for (let term = 20; term >= 1; term--) sum = 1 + (sum * rest) / term;
	let result = sum;
	for (let step = 0; step < Math.abs(doublings); step++) result = doublings > 0 ? result * 2 : result / 2;
	return result;
}

/** `base` > 0 to the power of `exponent`. */
export function power(base: number, exponent: number): number {
	return exp(exponent * ln(base));
}
