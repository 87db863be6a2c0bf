import { SignedIn } from "../entry/signed-in.tsx";
import { classesWords, commonWords, openWords, teachWords as t } from "../i18n/words.ts";
import { Card } from "../ui/card.tsx";
import { Link } from "../ui/link.tsx";
import { PageFrame } from "../ui/page-frame.tsx";
import { OpenClassForm } from "./open-class-form.tsx";
import { OpenClasses } from "./open-classes.tsx";
import "./teach-page.css";

/** Where a teacher begins: a new class, or back to one that is open. */
export function TeachPage() {
	return (
		<SignedIn title={t.title}>
			<PageFrame
				title={t.title}
				aside={
					<>
						<Link href="/rounds">{t.roundsLink}</Link>
						<Link href="/practice">{commonWords.practice}</Link>
					</>
				}
			>
				<div class="teach-columns">
					<Card title={openWords.title}>
						<OpenClassForm />
					</Card>
					<Card title={classesWords.title}>
						<OpenClasses />
					</Card>
				</div>
			</PageFrame>
		</SignedIn>
	);
}
