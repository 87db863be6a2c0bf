import type { VNode } from "preact";
import { useEffect, useState } from "preact/hooks";
import { commonWords as t } from "./i18n/words.ts";
import { routeOf } from "./routes.tsx";
import { Button } from "./ui/button.tsx";
import { onNavigate } from "./ui/navigate.ts";

/** Shows the page of the address. The one before stays until the next one's code is there. */
export function App() {
	const [page, setPage] = useState<VNode>();
	useEffect(() => {
		let newest = 0;
		async function show() {
			newest += 1;
			const mine = newest;
			const next = await routeOf(location.pathname).catch(() => <LoadFailed />);
			if (mine === newest) setPage(next);
		}
		void show();
		return onNavigate(() => void show());
	}, []);
	return page ?? <p class="sr-only">{t.loading}</p>;
}

function LoadFailed() {
	return (
		<main class="load-failed">
			<p>{t.loadFailed}</p>
			<Button look="primary" onClick={() => location.reload()}>
				{t.tryAgain}
			</Button>
		</main>
	);
}
