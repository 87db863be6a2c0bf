import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { probeWords as t } from "../i18n/words.ts";
import { ProbeCard } from "../lesson/probe-card.tsx";
import "../lesson/probe-card.css";
import type { ClientSession } from "../net/client-session.ts";
import type { RoomSnapshot } from "../net/room-snapshot.ts";
import { useStore } from "../net/use-store.ts";

type AskedProps = { session: ClientSession; room: RoomSnapshot; children: ComponentChildren };

/** Shows the six questions instead of `children` while they are asked and this student has not handed them in. */
export function Asked({ session, room: { asked }, children }: AskedProps) {
	const handedIn = useStore(session.probed);
	const [skipped, setSkipped] = useState<string>();
	if (asked === undefined) return <>{children}</>;
	if (handedIn === asked)
		return (
			<>
				<p class="probe-thanks" role="status">
					{t.thanks}
				</p>
				{children}
			</>
		);
	if (skipped === asked) return <>{children}</>;
	return (
		<ProbeCard
			key={asked}
			moment={asked}
			onHandIn={(sheet) => session.handIn(asked, sheet)}
			onSkip={() => setSkipped(asked)}
		/>
	);
}
