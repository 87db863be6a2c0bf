import { commonWords, labWords as t } from "../i18n/words.ts";
import { Button } from "../ui/button.tsx";
import { Link } from "../ui/link.tsx";
import { PageFrame } from "../ui/page-frame.tsx";
import { Lab } from "./lab.tsx";
import { problemText } from "./problem-text.ts";
import { STARTS } from "./starts.ts";
import { useLabLink } from "./use-lab-link.ts";
import "./lab-page.css";

/** The lab: no class, no score, no server; a machine, a program and a policy to play with. */
export function LabPage() {
	const link = useLabLink();
	const { state, problems, isTooLong } = link;
	return (
		<PageFrame title={t.title} aside={<Link href="/">{commonWords.joinClass}</Link>} wide>
			<p class="lab-lead">{t.lead}</p>
			<nav class="lab-starts" aria-label={t.startsTitle}>
				<span>{t.startsTitle}</span>
				{STARTS.map((start) => (
					<Link key={start.id} href={`/lab#${start.link}`}>
						{t.starts[start.id]}
					</Link>
				))}
			</nav>
			{problems.length > 0 && (
				<div class="lab-notice" role="alert">
					<p>{t.linkProblems}</p>
					<ul>
						{problems.map((problem) => (
							<li key={problemText(problem)}>{problemText(problem)}</li>
						))}
					</ul>
					<Button size="small" onClick={link.dismiss}>
						{t.dismiss}
					</Button>
				</div>
			)}
			{isTooLong && (
				<p class="lab-notice" role="status">
					{t.tooLong}
				</p>
			)}
			{state === undefined ? (
				<p class="muted">{commonWords.loading}</p>
			) : (
				<Lab state={state} onState={link.change} />
			)}
		</PageFrame>
	);
}
