import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import "./modal.css";

type ModalProps = { title: string; onClose: () => void; children: ComponentChildren };

/** The browser's own modal dialogue: keeps the focus inside, closes on Escape, gives the focus back. */
export function Modal({ title, onClose, children }: ModalProps) {
	const dialog = useRef<HTMLDialogElement>(null);
	useEffect(() => {
		dialog.current?.showModal();
	}, []);
	return (
		<dialog ref={dialog} class="modal" aria-label={title} onClose={onClose}>
			<h2>{title}</h2>
			{children}
		</dialog>
	);
}
