import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { defineConfig, type Plugin } from "vite";

const COMPRESSIBLE = /\.(js|css|html|svg|json)$/;
/** Modules that the join page needs and others share. */
const BASE =
	/node_modules\/preact\/|client\/ui\/(base|button|field|language-switch|link|logo|navigate|tokens)\.|client\/net\/seat-memory\.|client\/entry\/enter-class\.|client\/i18n\/(base\/format|languages?|names|words)\.|shared\/(lib\/result|protocol\/(player-name|room-code))\./;
/** Below this many bytes the response's headers weigh more than what compression saves. */
const COMPRESSED_BYTES_MIN = 600;

/** Writes `.br` and `.gz` beside every file worth it, so that the server never compresses while a class plays. */
function precompress(): Plugin {
	return {
		name: "coretet-precompress",
		apply: "build",
		async writeBundle(options) {
			const folder = options.dir ?? "";
			const names = await readdir(folder, { recursive: true });
			for (const name of names.filter((entry) => COMPRESSIBLE.test(entry))) {
				const path = join(folder, name);
				const content = await readFile(path);
				if (content.length < COMPRESSED_BYTES_MIN) continue;
				const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };
				await writeFile(`${path}.br`, await promisify(brotliCompress)(content, quality));
				await writeFile(`${path}.gz`, await promisify(gzip)(content, { level: 9 }));
			}
		},
	};
}

/** The font is needed by the first paint but named only in the style sheet: ask for it at once. */
function preloadFont(): Plugin {
	return {
		name: "coretet-preload-font",
		apply: "build",
		transformIndexHtml: {
			order: "post",
			handler(_html, context) {
				const font = Object.keys(context.bundle ?? {}).find((name) => name.endsWith(".woff2"));
				if (font === undefined) throw new Error("the build contains no font");
				const attrs = { rel: "preload", href: `/${font}`, as: "font", type: "font/woff2", crossorigin: true };
				return [{ tag: "link", injectTo: "head-prepend", attrs }];
			},
		},
	};
}

export default defineConfig({
	root: import.meta.dirname,
	publicDir: false,
	plugins: [precompress(), preloadFont()],
	oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
	build: {
		outDir: join(import.meta.dirname, "dist"),
		emptyOutDir: true,
		target: "es2022",
		// A strict content security policy allows no inline data as script or font.
		assetsInlineLimit: 0,
		modulePreload: { polyfill: false },
		chunkSizeWarningLimit: 1500,
		rolldownOptions: {
			output: {
				codeSplitting: {
					groups: [
						{ name: "phaser", test: /node_modules\/phaser\// },
						{ name: "sdk", test: /node_modules\/@colyseus\// },
						{ name: "zod", test: /node_modules\/zod\// },
						{ name: "plots", test: /node_modules\/uplot\// },
						// What every page begins with, as one file: each request costs about a kilobyte of headers.
						{ name: "base", test: BASE },
					],
				},
			},
		},
	},
});
