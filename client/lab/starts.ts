import type { Inside } from "../i18n/dictionary.ts";

/** Starting points: nothing but links. Two sides where the lesson is in the difference. */
export const STARTS: readonly { readonly id: keyof Inside["labWords"]["starts"]; readonly link: string }[] = [
	{ id: "amdahl", link: "v=1&a=amdahl.pCores-8" },
	{ id: "lock", link: "v=1&a=lock" },
	{
		id: "spinning",
		link: "v=1&a=lock.waiting-spin.threadsPerCore-2.pCores-4&b=lock.threadsPerCore-2.pCores-4",
	},
	{ id: "streams", link: "v=1&a=streams" },
	{ id: "neighbours", link: "v=1&a=neighbours&b=neighbours.reservedPercent-80" },
	{ id: "sharing", link: "v=1&a=sharing&b=sharing.layout-padded" },
	{ id: "affinity", link: "v=1&a=cache&b=cache.policy-affinity" },
	{ id: "sjf", link: "v=1&a=arrivals&b=arrivals.policy-sjf" },
	{ id: "littleCores", link: "v=1&a=deadlines&b=deadlines.pCores-4.eCores-0" },
	{ id: "mars", link: "v=1&a=inversion&b=inversion.inherits-yes" },
];
