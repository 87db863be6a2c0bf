import { commonWords as t } from "../i18n/words.ts";
import { Link } from "./link.tsx";
import { PageFrame } from "./page-frame.tsx";

export function NotFound() {
	return (
		<PageFrame title={t.notFound.title}>
			<p>{t.notFound.text}</p>
			<p>
				<Link href="/">{t.notFound.home}</Link>
			</p>
		</PageFrame>
	);
}
