import { SIM_VERSION } from "#shared/sim/version.ts";
import { freeze } from "./frozen.ts";

/**
 * `npm run freeze`: writes the present version of the simulation down for ever, so that its rounds can be replayed
 * when it is no longer the present one.
 */
const fault = await freeze();
console.log(fault ?? `Version ${SIM_VERSION} of the simulation is frozen.`);
process.exitCode = fault === undefined ? 0 : 1;
