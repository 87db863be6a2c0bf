import { splitCode } from "./split-code.ts";
import "./code-lines.css";

/**
 * A program line by line. The comment of a line stands behind it where there is room, and above it where there
 * is none, so that neither is torn apart.
 */
export function CodeLines({ code }: { code: string }) {
	return (
		<pre class="code-lines">
			<code>
				{splitCode(code).map(({ depth, text, comment }, index) => (
					<span key={index} class="code-line" style={{ "--depth": depth }}>
						{text !== "" && <span>{text}</span>}
						{comment !== "" && <span class="code-comment">{comment}</span>}
						{"\n"}
					</span>
				))}
			</code>
		</pre>
	);
}
