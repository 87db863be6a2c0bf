/** M/M/1 as it is measured here and with SimPy: mean service, and the load. */
export const SERVICE_NS = 10_000;
export const LOAD = 0.8;
