export type { Gateway, GatewayMode } from "./gateway/gateway.ts";
export { settling } from "./attempts/settling.ts";
export { paymentsHandlers, pollJob } from "./handlers.ts";
export { paymentsRoutes } from "./routes.ts";
export { recordRefund, recordReversal, type NewRefund, type RefundMeans } from "./received/refund.ts";
export type { GatewayOf, GatewaySetting } from "./settings/setting.ts";
