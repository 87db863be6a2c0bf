import { generate } from "lean-qr";
import { toSvgPath } from "lean-qr/extras/svg";
import { useMemo } from "preact/hooks";
import "./qr-code.css";

/** `text` as a QR code, dark on light with the quiet margin that cameras need; as large as its place. */
export function QrCode({ text, label }: { text: string; label: string }) {
	const { path, size } = useMemo(() => {
		const code = generate(text);
		return { path: toSvgPath(code), size: code.size };
	}, [text]);
	return (
		<svg class="qr-code" viewBox={`-3 -3 ${size + 6} ${size + 6}`} role="img" aria-label={label}>
			<path d={path} />
		</svg>
	);
}
