import { useEffect, useState } from "preact/hooks";
import type { OpenHomework } from "#shared/protocol/http.ts";
import { enterClass } from "../entry/enter-class.ts";
import { commonWords, errorWords, lessonTexts, levelWords, homeworkWords as t } from "../i18n/words.ts";
import { BriefPicture } from "../lesson/brief-pictures.tsx";
import { api } from "../net/api.ts";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { Field } from "../ui/field.tsx";
import { Link } from "../ui/link.tsx";
import { navigate } from "../ui/navigate.ts";
import { PageFrame } from "../ui/page-frame.tsx";
import "./homework-page.css";

/** `/homework/CODE`: a lesson that a teacher gave to be played alone. */
export function HomeworkPage({ code }: { code: string }) {
	const [homework, setHomework] = useState<OpenHomework>();
	const [error, setError] = useState("");
	useEffect(() => {
		async function load() {
			const answer = await api.homework(code);
			if (answer.ok) setHomework(answer.value);
			else setError(errorWords[answer.error.code]);
		}
		void load();
	}, [code]);
	const title = homework === undefined ? t.title : t.titleOf(commonWords.lessons[homework.lesson]);
	return (
		<PageFrame title={title} aside={<Link href="/practice">{commonWords.practice}</Link>}>
			{homework === undefined ? (
				<p role={error === "" ? "status" : "alert"}>{error === "" ? commonWords.loading : error}</p>
			) : (
				<Card class="homework">
					<div class="homework-picture">
						<BriefPicture lesson={homework.lesson} />
					</div>
					{lessonTexts[homework.lesson].brief.map((paragraph) => (
						<p key={paragraph}>{paragraph}</p>
					))}
					<p class="muted">{t.levelIs(levelWords[homework.level].name)}</p>
					{homework.open ? <StartForm code={code} /> : <p role="alert">{errorWords.homeworkClosed}</p>}
				</Card>
			)}
		</PageFrame>
	);
}

function StartForm({ code }: { code: string }) {
	const [name, setName] = useState("");
	const [busy, setBusy] = useState(false);
	const [nameError, setNameError] = useState<string>();
	const [error, setError] = useState("");
	async function submit(event: Event) {
		event.preventDefault();
		if (busy) return;
		if (name.trim() === "") {
			setNameError(t.nameMissing);
			return;
		}
		setBusy(true);
		setError("");
		const started = await api.startHomework(code, name);
		const entered = started.ok ? await enterClass(started.value.code, started.value.name) : started;
		setBusy(false);
		if (entered.ok) navigate(`/play/${entered.value}`);
		else if (entered.error.code === "badName") setNameError(errorWords.badName);
		else setError(errorWords[entered.error.code]);
	}
	return (
		<form class="homework-form" onSubmit={(event) => void submit(event)} noValidate>
			<Field
				label={t.name}
				hint={t.nameHint}
				error={nameError}
				value={name}
				onValue={(typed) => {
					setName(typed);
					setNameError(undefined);
				}}
				name="name"
			/>
			<Button look="primary" size="large" type="submit" busy={busy}>
				{busy ? t.starting : t.start}
			</Button>
			<p class="homework-error" role="alert">
				{error}
			</p>
		</form>
	);
}
