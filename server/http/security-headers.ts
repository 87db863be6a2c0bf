import type { RequestHandler } from "express";
import helmet from "helmet";

/**
 * `reload`: Vite serves the client and puts styles into the page itself. `https`: the server is reached through HTTPS
 * only.
 */
export function createSecurityHeaders(options: {
	readonly reload: boolean;
	readonly https: boolean;
}): RequestHandler {
	return helmet({
		contentSecurityPolicy: {
			useDefaults: false,
			directives: {
				defaultSrc: ["'none'"],
				scriptSrc: ["'self'"],
				styleSrc: options.reload ? ["'self'", "'unsafe-inline'"] : ["'self'"],
				// Phaser loads its textures from data and blob URLs.
				imgSrc: ["'self'", "data:", "blob:"],
				mediaSrc: ["'self'", "blob:"],
				fontSrc: ["'self'"],
				connectSrc: ["'self'"],
				workerSrc: ["'self'"],
				manifestSrc: ["'self'"],
				baseUri: ["'none'"],
				formAction: ["'none'"],
				frameAncestors: ["'none'"],
			},
		},
		// On plain HTTP in a classroom's network, browsers ignore these headers and complain about them.
		strictTransportSecurity: options.https,
		crossOriginOpenerPolicy: options.https,
		originAgentCluster: options.https,
		referrerPolicy: { policy: "same-origin" },
	});
}
