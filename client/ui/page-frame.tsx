import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { commonWords as t } from "../i18n/words.ts";
import { LanguageSwitch } from "./language-switch.tsx";
import { Link } from "./link.tsx";
import { Logo } from "./logo.tsx";
import "./page-frame.css";

type PageFrameProps = {
	title: string;
	/** Links and controls at the right of the head. */
	aside?: ComponentChildren;
	/** As wide as the window, for pages that are tools rather than texts. */
	wide?: boolean;
	children: ComponentChildren;
};

/** Head, title and scrolling body of the pages that are read rather than played. */
export function PageFrame({ title, aside, wide = false, children }: PageFrameProps) {
	useEffect(() => {
		document.title = `${title} · ${t.product}`;
	}, [title]);
	return (
		<div class="page">
			<header class="page-head">
				<Link href="/" class="page-brand">
					<Logo /> <span>{t.product}</span>
				</Link>
				<nav class="page-aside">
					{aside}
					<LanguageSwitch />
				</nav>
			</header>
			<main class={`page-body ${wide ? "page-wide" : ""}`}>
				<h1>{title}</h1>
				{children}
			</main>
		</div>
	);
}
