import { useEffect, useState } from "preact/hooks";
import { api } from "../net/api.ts";

/** Minutes by lesson id, once the server has said so; pages do without until then. */
export function useLessonMinutes(): ReadonlyMap<string, number> {
	const [minutes, setMinutes] = useState<ReadonlyMap<string, number>>(new Map());
	useEffect(() => {
		async function load() {
			const answer = await api.lessons();
			if (answer.ok) setMinutes(new Map(answer.value.map((lesson) => [lesson.id, lesson.minutes])));
		}
		void load();
	}, []);
	return minutes;
}
