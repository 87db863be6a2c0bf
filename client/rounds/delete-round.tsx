import { useState } from "preact/hooks";
import { errorWords, roundsWords as t } from "../i18n/words.ts";
import { api } from "../net/api.ts";
import { Button } from "../ui/button.tsx";
import { Modal } from "../ui/modal.tsx";
import { navigate } from "../ui/navigate.ts";

/** Deletes a round for good, after asking once. */
export function DeleteRound({ id }: { id: string }) {
	const [asking, setAsking] = useState(false);
	const [error, setError] = useState("");
	async function remove() {
		const deleted = await api.deleteRound(id);
		if (deleted.ok) navigate("/rounds");
		else setError(errorWords[deleted.error.code]);
	}
	return (
		<>
			<Button look="danger" size="small" onClick={() => setAsking(true)}>
				{t.delete}
			</Button>
			{asking && (
				<Modal title={t.deleteTitle} onClose={() => setAsking(false)}>
					<p>{t.deleteText}</p>
					{error !== "" && <p role="alert">{error}</p>}
					<div class="modal-actions">
						<Button onClick={() => setAsking(false)}>{t.keep}</Button>
						<Button look="danger" onClick={() => void remove()}>
							{t.deleteYes}
						</Button>
					</div>
				</Modal>
			)}
		</>
	);
}
