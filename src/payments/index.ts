export { settling } from "./attempts/settling.ts";
export { openSimulator, type Simulator } from "./simulator/open-simulator.ts";
export { paymentsHandlers, pollJob } from "./handlers.ts";
export { paymentsRoutes } from "./routes.ts";
export { followStandIn } from "./settings/stand-in.ts";
export { restingGateways } from "./gateway/resting-gateway.ts";
export { payfipGateway } from "./payfip/payfip-gateway.ts";
export type { GatewayOf } from "./settings/setting.ts";
