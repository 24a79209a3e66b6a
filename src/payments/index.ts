export { settling } from "./attempts/settling.ts";
export type { Gateway } from "./gateway/gateway.ts";
export { paymentsHandlers, pollJob } from "./handlers.ts";
export { paymentsRoutes } from "./routes.ts";
export type { GatewayOf } from "./settings/setting.ts";
