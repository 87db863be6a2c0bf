import { useEffect, useRef, useState } from "preact/hooks";
import { parseRoomCode, showRoomCode } from "#shared/protocol/room-code.ts";
import { enterClass, loadPlay, offerName } from "../entry/enter-class.ts";
import { navigate } from "../ui/navigate.ts";
import { checkForm, errorAtField, type FormError } from "./check-form.ts";

/** What is typed on the start page, what is wrong with it, and the way in. */
export function useJoinForm() {
	const [code, setCode] = useState(() => codeFromLink());
	const [name, setName] = useState(() => offerName());
	const [error, setError] = useState<FormError>();
	const [busy, setBusy] = useState(false);
	const parsed = parseRoomCode(code);
	const { codeInput, nameInput, focusOn } = useFields();
	useEffect(() => {
		if (parsed !== undefined) void loadPlay();
	}, [parsed]);

	function typed(at: "code" | "name", text: string) {
		const whole = at === "code" ? parseRoomCode(text) : undefined;
		if (at === "name") setName(text);
		else setCode(whole === undefined ? text : showRoomCode(whole));
		if (error?.at === at) setError(undefined);
	}
	function complain(problem: FormError) {
		setError(problem);
		focusOn(problem.at);
	}
	async function submit(event: Event) {
		event.preventDefault();
		if (busy) return;
		const problem = checkForm(code, name);
		if (problem !== undefined || parsed === undefined) {
			if (problem !== undefined) complain(problem);
			return;
		}
		setError(undefined);
		setBusy(true);
		const entered = await enterClass(parsed, name);
		setBusy(false);
		if (entered.ok) navigate(`/play/${entered.value}`);
		else complain(errorAtField(entered.error));
	}
	return {
		code,
		parsed,
		name,
		error,
		busy,
		codeInput,
		nameInput,
		typed,
		reroll: () => setName(offerName()),
		submit,
	};
}

/** The two fields; at first the one that is still to be filled in has the focus. */
function useFields() {
	const codeInput = useRef<HTMLInputElement>(null);
	const nameInput = useRef<HTMLInputElement>(null);
	function focusOn(at: FormError["at"]) {
		const field = at === "code" ? codeInput : at === "name" ? nameInput : undefined;
		field?.current?.focus();
		field?.current?.select();
	}
	useEffect(() => focusOn(parseRoomCode(codeFromLink()) === undefined ? "code" : "name"), []);
	return { codeInput, nameInput, focusOn };
}

/** The QR code's link carries the code; so does the address of a play page that has no seat here. */
function codeFromLink(): string {
	const linked = parseRoomCode(new URLSearchParams(location.search).get("code") ?? "");
	const played = parseRoomCode(location.pathname.split("/")[2] ?? "");
	const code = linked ?? played;
	return code === undefined ? "" : showRoomCode(code);
}
