export type { Gateway } from "./gateway/gateway.ts";
