export type { Gateway } from "./gateway/gateway.ts";
export { openSimulator, type Simulator } from "./simulator/open-simulator.ts";
