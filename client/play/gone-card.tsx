import { useEffect } from "preact/hooks";
import { errorWords, goneWords, practiceWords } from "../i18n/words.ts";
import type { ConnectionState } from "../net/connection-state.ts";
import type { RoomSnapshot } from "../net/room-snapshot.ts";
import { Button } from "../ui/button.tsx";
import { navigate } from "../ui/navigate.ts";

type GoneCardProps = {
	gone: Extract<ConnectionState, { state: "gone" }>;
	code: string;
	/** What was left, if that is known. */
	kind: RoomSnapshot["kind"] | undefined;
	onComeBack: () => void;
};

/** Why this page has left the class, and the one thing to do about it. A student without a seat is sent to join. */
export function GoneCard({ gone, code, kind, onComeBack }: GoneCardProps) {
	const { reason } = gone;
	useEffect(() => {
		if (reason === "noSeat") navigate(`/?code=${code}`, "replace");
	}, [reason, code]);
	const practised = reason === "ended" && kind === "practice";
	const words = practised ? practiceWords.over : goneWords[reason];
	function act() {
		if (reason === "elsewhere" || reason === "silent") onComeBack();
		else if (reason === "reload") location.reload();
		else if (practised) navigate("/practice");
		else navigate(reason === "noSeat" || reason === "removed" ? `/?code=${code}` : "/");
	}
	return (
		<main class="centred">
			<h1>{words.title}</h1>
			<p>{gone.reason === "refused" ? errorWords[gone.error] : words.text}</p>
			<Button look="primary" size="large" onClick={act}>
				{words.act}
			</Button>
		</main>
	);
}
