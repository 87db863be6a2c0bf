/**
 * Probability that an arrival waits in M/M/c: Erlang's C formula (1917), for `load` = arrival rate x service
 * time < `servers`.
 */
export function erlangC(servers: number, load: number): number {
	let blocked = 1;
	for (let count = 1; count <= servers; count++) blocked = (load * blocked) / (count + load * blocked);
	return blocked / (1 - (load / servers) * (1 - blocked));
}

/** Mean wait in M/M/c, in service times; `load` as for `erlangC`. */
export function meanWait(servers: number, load: number): number {
	return erlangC(servers, load) / (servers - load);
}

/**
 * Throughput of `clients` that think for `thinkTime` and are served one at a time in `serviceTime`, all
 * exponential: the machine repairman model by exact mean value analysis. Per unit of the times given.
 */
export function repairmanThroughput(clients: number, thinkTime: number, serviceTime: number): number {
	let waiting = 0;
	let throughput = 0;
	for (let count = 1; count <= clients; count++) {
		const response = serviceTime * (1 + waiting);
		throughput = count / (thinkTime + response);
		waiting = throughput * response;
	}
	return throughput;
}

/** Upper bound on that throughput: every client alone, or the server always busy. */
export function asymptoticThroughput(clients: number, thinkTime: number, serviceTime: number): number {
	return Math.min(clients / (thinkTime + serviceTime), 1 / serviceTime);
}
