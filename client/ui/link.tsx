import type { ComponentChildren } from "preact";
import { navigate } from "./navigate.ts";

type LinkProps = { href: string; class?: string; children: ComponentChildren };

/** A link within Coretet. Modified clicks (new tab, download) are left to the browser. */
export function Link({ href, class: className, children }: LinkProps) {
	function follow(event: MouseEvent) {
		if (event.defaultPrevented || event.button !== 0) return;
		if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
		event.preventDefault();
		navigate(href);
	}
	return (
		<a href={href} class={className} onClick={follow}>
			{children}
		</a>
	);
}
