import { useEffect } from "preact/hooks";
import { commonWords, joinWords as t } from "../i18n/words.ts";
import { recallSeat } from "../net/seat-memory.ts";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { LanguageSwitch } from "../ui/language-switch.tsx";
import { Link } from "../ui/link.tsx";
import { Logo } from "../ui/logo.tsx";
import { navigate } from "../ui/navigate.ts";
import { ChipMotif } from "./chip-motif.tsx";
import { useJoinForm } from "./use-join-form.ts";
import "./join-page.css";

/** The start page: code and name, and in. Loads nothing of the game before somebody has a code. */
export function JoinPage() {
	useEffect(() => {
		document.title = `${t.title} · ${commonWords.product}`;
	}, []);
	return (
		<div class="join">
			<header class="join-head">
				<Link href="/" class="join-brand">
					<Logo sizePx={34} /> <span>{commonWords.product}</span>
				</Link>
				<nav aria-label={t.nav}>
					<Link href="/practice">{t.practice}</Link>
					<Link href="/teach">{t.teach}</Link>
					<LanguageSwitch />
				</nav>
			</header>
			<div class="join-picture">
				<ChipMotif />
			</div>
			<main class="join-main">
				<h1>{t.heading}</h1>
				<p class="join-lead">{t.lead}</p>
				<JoinForm />
			</main>
		</div>
	);
}

function JoinForm() {
	const { code, parsed, name, error, busy, codeInput, nameInput, typed, reroll, submit } = useJoinForm();
	return (
		<form class="join-form" onSubmit={(event) => void submit(event)} noValidate>
			<Field
				class="join-code"
				label={t.code}
				hint={t.codeHint}
				error={error?.at === "code" ? error.text : undefined}
				value={code}
				onValue={(text) => typed("code", text)}
				inputRef={codeInput}
				placeholder={t.codePlaceholder}
				maxLength={32}
				verbatim
				name="code"
			/>
			<SeatHeld code={parsed} />
			<Field
				label={t.name}
				hint={t.nameHint}
				error={error?.at === "name" ? error.text : undefined}
				value={name}
				onValue={(text) => typed("name", text)}
				inputRef={nameInput}
				name="name"
				beside={
					<Button class="join-reroll" label={t.reroll} onClick={reroll}>
						<Dice />
					</Button>
				}
			/>
			<Button look="primary" size="large" type="submit" busy={busy}>
				{busy ? t.joining : t.join}
			</Button>
			<p class="join-error" role="alert">
				{error?.at === "form" ? error.text : ""}
			</p>
		</form>
	);
}

/** Whoever opens the start page in a tab that already has a seat is shown the way back to it. */
function SeatHeld({ code }: { code: string | undefined }) {
	const seat = code === undefined ? undefined : recallSeat(code);
	if (code === undefined || seat === undefined) return null;
	return (
		<p class="join-held">
			{t.returning(seat.name)}{" "}
			<Button size="small" onClick={() => navigate(`/play/${code}`)}>
				{t.return}
			</Button>
		</p>
	);
}

function Dice() {
	return (
		<svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
			<rect x="3" y="3" width="18" height="18" rx="4" fill="none" stroke="currentColor" stroke-width="2" />
			{["8.2 8.2", "15.8 8.2", "12 12", "8.2 15.8", "15.8 15.8"].map((spot) => (
				<circle key={spot} cx={spot.split(" ")[0]} cy={spot.split(" ")[1]} r="1.7" fill="currentColor" />
			))}
		</svg>
	);
}
