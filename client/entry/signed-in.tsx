import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { commonWords, errorWords, signInWords as t } from "../i18n/words.ts";
import { api } from "../net/api.ts";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { Field } from "../ui/field.tsx";
import { PageFrame } from "../ui/page-frame.tsx";
import "./signed-in.css";

type SignInState =
	| { readonly is: "asking" }
	| { readonly is: "in" }
	/** `error`: the sentence for a token that was refused, or for a server that did not answer. */
	| { readonly is: "out"; readonly error: string | undefined };

/** Shows its children to a signed-in teacher, and the way to sign in to everybody else. */
export function SignedIn({ title, children }: { title: string; children: ComponentChildren }) {
	const [state, setState] = useState<SignInState>({ is: "asking" });
	useEffect(() => {
		async function find() {
			const token = takeTokenFromLink();
			setState(token === undefined ? await askSession() : await signIn(token));
		}
		void find();
	}, []);
	switch (state.is) {
		case "asking":
			return <p class="signing-in">{commonWords.loading}</p>;
		case "in":
			return <>{children}</>;
		case "out":
			return <SignInPage title={title} error={state.error} onState={setState} />;
	}
}

type SignInPageProps = {
	title: string;
	error: string | undefined;
	onState: (state: SignInState) => void;
};

function SignInPage({ title, error, onState }: SignInPageProps) {
	const [token, setToken] = useState("");
	const [busy, setBusy] = useState(false);
	const [missing, setMissing] = useState(false);
	async function submit(event: Event) {
		event.preventDefault();
		setMissing(token.trim() === "");
		if (busy || token.trim() === "") return;
		setBusy(true);
		const next = await signIn(tokenIn(token));
		setBusy(false);
		onState(next);
	}
	return (
		<PageFrame title={title}>
			<Card class="sign-in">
				<p>{t.lead}</p>
				<form onSubmit={(event) => void submit(event)}>
					<Field
						label={t.token}
						hint={t.how}
						error={missing ? t.missing : error}
						value={token}
						onValue={setToken}
						verbatim
					/>
					<Button look="primary" type="submit" busy={busy}>
						{busy ? t.busy : t.submit}
					</Button>
				</form>
				<p class="muted small">{t.again}</p>
			</Card>
		</PageFrame>
	);
}

async function askSession(): Promise<SignInState> {
	const answer = await api.session();
	if (answer.ok) return { is: "in" };
	return {
		is: "out",
		error: answer.error.code === "signInNeeded" ? undefined : errorWords[answer.error.code],
	};
}

async function signIn(token: string): Promise<SignInState> {
	const answer = await api.signIn(token);
	if (answer.ok) return { is: "in" };
	// The link works once: whoever opens it again may be signed in already.
	const session = await askSession();
	return session.is === "in" ? session : { is: "out", error: errorWords[answer.error.code] };
}

/** The token of a sign-in link, taken out of the address so that it stays in no history and on no screen. */
function takeTokenFromLink(): string | undefined {
	const token = new URLSearchParams(location.hash.slice(1)).get("token");
	if (token === null) return undefined;
	history.replaceState(null, "", location.pathname + location.search);
	return token;
}

/** People paste the whole link as often as the token. */
function tokenIn(typed: string): string {
	return typed.split("token=").at(-1)?.trim() ?? "";
}
