/**
 * What lessons fail of the gate and is known, by kind of chip: the beginnings of the sentences. One that holds again
 * has to go from here.
 */
export const OPEN_FAULTS: Readonly<Record<string, readonly string[]>> = {};
