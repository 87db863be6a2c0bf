import { at } from "#shared/lib/assert.ts";
import { teamName } from "../i18n/team-names.ts";
import "./team-badge.css";

/** Light enough for dark figures, by number; the number and the name are always beside the colour. */
const COLOURS = [
	"#56b4e9",
	"#e69f00",
	"#2cc295",
	"#e39cc0",
	"#f0e442",
	"#b39ddb",
	"#f2743a",
	"#7fe3f0",
	"#a8d65c",
	"#ff9a9a",
	"#8fa8ff",
	"#d9b25f",
	"#ffd1f0",
	"#b8c4cf",
	"#c9936b",
	"#ffffff",
];

/** A team: its number on its colour, and what it is called, by default number and name. */
export function TeamBadge({ team, name = teamName(team) }: { team: number; name?: string }) {
	return (
		<span class="team">
			<b style={{ "--team-colour": at(COLOURS, (team - 1) % COLOURS.length) }} aria-hidden="true">
				{team}
			</b>
			<span>{name}</span>
		</span>
	);
}
