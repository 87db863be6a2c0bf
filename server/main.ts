import { startServer } from "./app.ts";
import { parseConfig } from "./config.ts";
import { StartError } from "./start-error.ts";

/** A stop that takes longer than this is cut short. */
const STOP_WITHIN_MS = 10_000;

const config = parseConfig(process.env);
if (!config.ok) fail(config.reason);

try {
	const reload = process.argv.includes("--dev");
	const server = await startServer({ config: config.value, reload });
	process.stdout.write(
		[
			"",
			`  Students join at   ${server.url}`,
			`  Teachers sign in   ${server.url}/teach#token=${server.signInToken()}   (works once)`,
			"",
			"",
		].join("\n"),
	);
	process.once("SIGTERM", () => stop(server.close));
	process.once("SIGINT", () => stop(server.close));
} catch (error) {
	if (!(error instanceof StartError)) throw error;
	fail([error.message]);
}

function stop(close: () => Promise<void>): void {
	setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
	close().then(
		() => process.exit(0),
		(error: unknown) => {
			process.stderr.write(`The server did not stop cleanly: ${String(error)}\n`);
			process.exit(1);
		},
	);
}

function fail(sentences: readonly string[]): never {
	process.stderr.write(`${sentences.join("\n")}\n`);
	process.exit(1);
}
