import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Decoder, Encoder, Reflection } from "@colyseus/schema";
import { z } from "zod";
import { dualOrder, keyMapping, searchOrder } from "#shared/brain/trial-order.ts";
import * as closeCodes from "#shared/protocol/close-codes.ts";
import { down } from "#shared/protocol/down.ts";
import * as http from "#shared/protocol/http.ts";
import { packCommand } from "#shared/protocol/packed-command.ts";
import { ROOM_CODE_ALPHABET, ROOM_CODE_LENGTH } from "#shared/protocol/room-code.ts";
import { RoomState, StudentState } from "#shared/protocol/room-state.ts";
import { up } from "#shared/protocol/up.ts";
import { PROTOCOL_HASH, PROTOCOL_VERSION } from "#shared/protocol/version.ts";
import { type Command, QUEUE_ORDERS, SIGNALS } from "#shared/sim/chip/command.ts";
import { LOCK_WAITING } from "#shared/sim/scenario/scenario.ts";
import { scenarioFile } from "#shared/sim/scenario/scenario-fields.ts";
import type { Seal } from "./seal.ts";

export const PROTOCOL: Seal = {
	what: "The protocol",
	versionName: "PROTOCOL_VERSION",
	hashName: "PROTOCOL_HASH",
	file: "shared/protocol/version.ts",
	history: "shared/protocol/README.md",
	version: PROTOCOL_VERSION,
	hash: PROTOCOL_HASH,
};

/** What all of it is recorded under. */
export const WIRE = "wire";

/** Everything that client and server must have in common, part by part, as data. */
export function describeWire(): Record<string, unknown> {
	return {
		...schemasOf("message to the server", up),
		...schemasOf("message from the server", down),
		...schemasOf("HTTP", http),
		"HTTP requests": requestsOf("server/http"),
		"scenario of a round": describe(scenarioFile),
		"room state": describeRoomState(),
		"packed commands": packExamples(),
		"close codes": closeCodes,
		"room code": { ROOM_CODE_ALPHABET, ROOM_CODE_LENGTH },
		"order of trials": [searchOrder(7, 1), dualOrder(7, 1), keyMapping(1)],
	};
}

function schemasOf(kind: string, schemas: Readonly<Record<string, z.ZodType>>): Record<string, unknown> {
	return Object.fromEntries(
		Object.entries(schemas).map(([name, schema]) => [`${kind} ${name}`, describe(schema)]),
	);
}

/** What is sent, before defaults are filled in. */
function describe(schema: z.ZodType): unknown {
	const { $schema: _, ...description } = z.toJSONSchema(schema, { io: "input" });
	return description;
}

/** Method and path of every request that the routes name. */
function requestsOf(folder: string): string[] {
	const path = join(import.meta.dirname, "../..", folder);
	const sources = readdirSync(path).map((file) => readFileSync(join(path, file), "utf8"));
	const requests = sources.flatMap((source) => [
		...source.matchAll(/\b(?:app|router)\.(get|post|put|patch|delete)\(\s*"([^"]+)"/g),
	]);
	return requests.map(([, method = "", route = ""]) => `${method.toUpperCase()} ${route}`).sort();
}

/** The fields and types that a client is told when it joins, and what they are at first. */
function describeRoomState(): unknown {
	const reflection = new Reflection();
	new Decoder(reflection).decode(Reflection.encode(new Encoder(new RoomState())));
	return { ...reflection.toJSON(), atFirst: [new RoomState().toJSON(), new StudentState().toJSON()] };
}

/** Of every command one for each word that a field of it can say; numbers tell fields apart. */
const EXAMPLES: {
	readonly [Type in Command["type"]]: readonly Omit<Extract<Command, { type: Type }>, "type">[];
} = {
	plan: [{ thread: 1, core: 2, position: 3 }],
	take: [{ core: 1 }],
	deal: [{ job: 1, core: 2 }],
	unplan: [{ thread: 1 }],
	steal: [{ from: 1 }],
	yield: [{}],
	order: QUEUE_ORDERS.map((order) => ({ order })),
	ask: [{ thread: 1, count: 2 }],
	reorder: [{ thread: 1, position: 2 }],
	choose: [{ thread: 1, way: 2 }],
	pin: [{ thread: 1, core: 2 }],
	priority: [{ thread: 1, priority: 2 }],
	restart: [{ process: 1 }],
	quantum: [{ ns: 1 }],
	reserve: [{ process: 1, kib: 2 }],
	cap: [{ process: 1, bytesPerUs: 2 }],
	lockMode: LOCK_WAITING.map((waiting) => ({ lock: 1, waiting })),
	inherit: [false, true].map((on) => ({ lock: 1, on })),
	spinFor: [{ ns: 1 }],
	sleepAfter: [{ core: 1, ns: 2 }],
	clock: [{ core: 1, point: 2 }],
	signal: SIGNALS.map((signal) => ({ signal })),
	window: [{ windowNs: 1 }],
	drive: (["person", "bot"] as const).map((driver) => ({ driver })),
};

function packExamples(): Record<string, string> {
	const commands = Object.entries(EXAMPLES).flatMap(([type, examples]) =>
		examples.map((fields) => ({ type, ...fields }) as Command),
	);
	return Object.fromEntries(
		commands.map((command) => {
			const { type, ...fields } = command;
			const text = [type, ...Object.entries(fields).map(([name, value]) => `${name}=${value}`)].join(" ");
			return [text, packCommand({ turn: 0, chip: 90, seat: 3, command }).join(" ")];
		}),
	);
}
