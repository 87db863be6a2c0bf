import { setTimeout as delay } from "node:timers/promises";
import type { Page } from "playwright-core";

/** What the page itself saw of the experiment, by observers of its own beside the code that measures. */
export type Seen = {
	readonly what: "square" | "digit" | "search" | "press";
	/** When the page was changed, or the stamp of the press. */
	readonly atMs: number;
	/** Of presses: the left or right hand, whether the key only repeats, and when the page heard of it. */
	readonly hand?: string | undefined;
	readonly repeats?: boolean;
	readonly heardMs?: number;
};

export type Performance = {
	/** Real touches of the buttons instead of real keys. */
	readonly touches: boolean;
	/** In this trial of the dual task a key of the left hand is held down all the time, and repeats. */
	readonly heldTrial?: number;
	/** In this one the page is too busy to hear of the second press at once. */
	readonly busyTrial?: number;
};

/** From a stimulus to its answer; the number's is never before the colour's. */
const ANSWER_MS = 380;
const APART_MS = 150;
/** What a page asks for that is to be busy while a key is pressed. */
const BUSY_PATH = "/press-while-busy";
const BUSY_MS = 150;

/**
 * Does the experiment on `page` as somebody would who sees, reads what the keys mean and presses them: real
 * keys or touches, dispatched by the browser. `seen` is what the page saw of it so far, `frameMs` how long its frames
 * were at the median.
 */
export async function perform(
	page: Page,
	how: Performance,
): Promise<{ seen: () => Promise<Seen[]>; frameMs: () => Promise<number> }> {
	await page.exposeFunction("pressNow", async (key: string, x: number, y: number) => {
		if (how.touches) return page.touchscreen.tap(x, y);
		await page.keyboard.down(key);
		await page.keyboard.up(key);
	});
	// Answers when the press has been given to the browser, and some frames later: the page waits for it, and hears nothing.
	await page.route(`**${BUSY_PATH}*`, async (route) => {
		const key = new URL(route.request().url()).searchParams.get("key") ?? "";
		const pressed = page.keyboard.down(key).then(() => page.keyboard.up(key));
		await delay(BUSY_MS);
		await route.fulfill({ body: "" });
		await pressed;
	});
	// Down again without having been up is what a key does that is held.
	await page.exposeFunction("hold", (key: string) => page.keyboard.down(key));
	await page.exposeFunction("release", (key: string) => page.keyboard.up(key));
	await page.evaluate(performInPage, { ...how, answerMs: ANSWER_MS, apartMs: APART_MS, busyPath: BUSY_PATH });
	return {
		seen: () => page.evaluate(() => (window as unknown as Stage).seen),
		frameMs: () => page.evaluate(() => (window as unknown as Stage).frameMs()),
	};
}

type Stage = {
	seen: Seen[];
	frameMs: () => number;
	pressNow: (key: string, x: number, y: number) => Promise<void>;
	hold: (key: string) => Promise<void>;
	release: (key: string) => Promise<void>;
};

/** Runs in the page. */
function performInPage(how: Performance & { answerMs: number; apartMs: number; busyPath: string }): void {
	const HELD = "a";
	const stage = window as unknown as Stage;
	const seen: Seen[] = [];
	stage.seen = seen;
	const framesMs: number[] = [];
	stage.frameMs = () => framesMs.toSorted((one, other) => one - other)[framesMs.length >> 1] ?? 0;
	let drawnMs = performance.now();
	requestAnimationFrame(function draw(nowMs) {
		framesMs.push(nowMs - drawnMs);
		drawnMs = nowMs;
		requestAnimationFrame(draw);
	});
	let trial = -1;
	let colourMs = 0;
	/** The button of a hand that says so: keys mean different things to different people. */
	const buttonOf = (hand: "left" | "right", meaning: string) => {
		const buttons = [...document.querySelectorAll(`.experiment-run [data-press^=${hand}]`)];
		const button = buttons.find((one) => one.textContent?.includes(meaning)) ?? buttons[0];
		const box = button?.getBoundingClientRect() ?? new DOMRect();
		const key = button?.querySelector("kbd")?.textContent?.toLowerCase() ?? "";
		return { key, x: box.x + box.width / 2, y: box.y + box.height / 2 };
	};
	const press = (hand: "left" | "right", meaning: string) => {
		const { key, x, y } = buttonOf(hand, meaning);
		// The class may have gone on meanwhile.
		if (key === "") return;
		void stage.pressNow(key, x, y);
	};
	/** However long the press takes to reach the browser, the page hears of it late. */
	const pressWhileBusy = (hand: "left" | "right", meaning: string) => {
		const { key } = buttonOf(hand, meaning);
		const request = new XMLHttpRequest();
		request.open("GET", `${how.busyPath}?key=${key}`, false);
		request.send();
	};
	const onSearch = () => {
		const isThere = document.querySelector(".search-odd") !== null;
		setTimeout(() => press(isThere ? "right" : "left", ""), how.answerMs);
	};
	const onColour = (atMs: number, colour: string | undefined) => {
		trial += 1;
		colourMs = atMs;
		const meaning = colour === "0" ? "Blue" : "Orange";
		const answer = () => setTimeout(() => press("left", meaning), how.answerMs);
		if (trial === how.heldTrial) void goOnHolding().then(answer);
		else answer();
	};
	/** Held since before the stimulus: all that comes of it now are repeats. */
	const goOnHolding = async () => {
		await stage.hold(HELD);
		await stage.hold(HELD);
		await stage.release(HELD);
	};
	const onDigit = (atMs: number, digit: string) => {
		const isBusy = trial === how.busyTrial;
		const answerAtMs = Math.max(atMs + how.answerMs, colourMs + how.answerMs + how.apartMs);
		setTimeout(() => {
			if (isBusy) pressWhileBusy("right", digit);
			else press("right", digit);
		}, answerAtMs - performance.now());
	};
	new MutationObserver((records) => {
		const atMs = performance.now();
		for (const { target, type } of records) {
			if (!(target instanceof HTMLElement)) continue;
			const what = type === "attributes" ? target.dataset["show"] : "digit";
			const text = target.textContent ?? "";
			if (what === "fixation" && trial + 1 === how.heldTrial) void stage.hold(HELD);
			if (what === "digit" && (target.closest(".square") === null || text === "")) continue;
			if (what !== "square" && what !== "digit" && what !== "search") continue;
			seen.push({ what, atMs });
			if (what === "search") onSearch();
			else if (what === "square") onColour(atMs, target.dataset["colour"]);
			else onDigit(atMs, text);
		}
	}).observe(document.body, {
		subtree: true,
		attributes: true,
		attributeFilter: ["data-show"],
		childList: true,
	});
	const note = (event: Event, hand: string | undefined, repeats: boolean) => {
		if (!event.isTrusted || hand === undefined) return;
		seen.push({ what: "press", atMs: event.timeStamp, hand, repeats, heardMs: performance.now() });
	};
	const hands: Record<string, string> = { a: "left", s: "left", k: "right", l: "right" };
	addEventListener("keydown", (event) => note(event, hands[event.key], event.repeat), true);
	addEventListener(
		"pointerdown",
		(event) => {
			const button = event.target instanceof Element ? event.target.closest("[data-press]") : null;
			note(event, button?.getAttribute("data-press")?.split(" ")[0], false);
		},
		true,
	);
}
