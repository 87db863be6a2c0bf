import { useEffect, useState } from "preact/hooks";
import type { HomeworkAnswer } from "#shared/protocol/http.ts";
import { errorWords, homeworkWords as t } from "../i18n/words.ts";
import { api } from "../net/api.ts";
import { GiveHomework } from "./give-homework.tsx";
import { HomeworkEntry } from "./homework-entry.tsx";
import "./homework-list.css";

/** What the teacher gave to be played alone, who has begun it, and the way to give more. */
export function HomeworkList() {
	const [given, setGiven] = useState<readonly HomeworkAnswer[]>([]);
	// Where students reach the server, which a teacher beside it may not see in the own address.
	const [address, setAddress] = useState(location.origin);
	const [error, setError] = useState("");
	async function load() {
		const [answer, session] = await Promise.all([api.homeworkList(), api.session()]);
		if (session.ok) setAddress(session.value.address);
		if (answer.ok) setGiven(answer.value);
		setError(answer.ok ? "" : errorWords[answer.error.code]);
	}
	useEffect(() => void load(), []);
	return (
		<section class="homeworks">
			<h2>{t.listTitle}</h2>
			<p class="muted">{t.listNote}</p>
			<GiveHomework onGiven={() => void load()} />
			{error !== "" && <p role="alert">{error}</p>}
			{given.map((homework) => (
				<HomeworkEntry
					key={homework.code}
					homework={homework}
					address={address}
					onChanged={() => void load()}
				/>
			))}
		</section>
	);
}
