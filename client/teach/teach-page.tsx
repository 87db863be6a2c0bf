import { commonWords } from "../i18n/en/common.ts";
import { teachWords as t } from "../i18n/en/teach.ts";
import { Card } from "../ui/card.tsx";
import { Link } from "../ui/link.tsx";
import { PageFrame } from "../ui/page-frame.tsx";
import { OpenClassForm } from "./open-class-form.tsx";
import { OpenClasses } from "./open-classes.tsx";
import { SignedIn } from "./signed-in.tsx";
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
					<Card title={t.open.title}>
						<OpenClassForm />
					</Card>
					<Card title={t.classes.title}>
						<OpenClasses />
					</Card>
				</div>
			</PageFrame>
		</SignedIn>
	);
}
