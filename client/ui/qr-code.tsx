import { generate } from "lean-qr";
import { toSvgPath } from "lean-qr/extras/svg";
import { useMemo } from "preact/hooks";
import "./qr-code.css";

/** `text` as a QR code, dark on white with the quiet margin that cameras need. `label` is read aloud instead of it. */
export function QrCode({ text, label }: { text: string; label: string }) {
	const { path, size } = useMemo(() => {
		const code = generate(text);
		return { path: toSvgPath(code), size: code.size };
	}, [text]);
	return (
		<svg class="qr" viewBox={`-4 -4 ${size + 8} ${size + 8}`} role="img" aria-label={label}>
			<path d={path} />
		</svg>
	);
}
