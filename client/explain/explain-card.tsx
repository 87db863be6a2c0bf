import type { LessonId } from "#shared/lessons/ids.ts";
import { lessonById } from "#shared/lessons/table.ts";
import { unreachable } from "#shared/lib/unreachable.ts";
import { ChipNames } from "../ui/chip-names.ts";
import { ExplainColumns } from "./explain-columns.tsx";
import { ExplainPanels } from "./explain-panels.tsx";
import { type Explained, explainedOf, type Told } from "./explained.ts";

type ExplainCardProps = Told & {
	lesson: LessonId;
	/** Which of the lesson's two arrangements. */
	on?: "page" | "projector";
};

/** The round in numbers, with the parts that its lesson names. */
export function ExplainCard({ lesson, on = "page", ...told }: ExplainCardProps) {
	const explained = explainedOf(lesson, told);
	return (
		<ChipNames.Provider value={explained.names}>
			<Arranged explained={explained} on={on} />
		</ChipNames.Provider>
	);
}

function Arranged({ explained, on }: { explained: Explained; on: "page" | "projector" }) {
	const arrangement = lessonById(explained.lesson).explanation[on];
	switch (arrangement.type) {
		case "page":
			return <ExplainPanels arrangement={arrangement} explained={explained} />;
		case "columns":
			return <ExplainColumns arrangement={arrangement} explained={explained} />;
		default:
			return unreachable(arrangement);
	}
}
