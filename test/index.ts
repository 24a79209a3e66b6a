// The door of what tests share: `#test`.
export { testDatabase, type TestDatabase } from "./postgres/test-database.ts";
export { gatewayStandIn, type GatewayStandIn } from "./sms/gateway-stand-in.ts";
export { smtpStandIn, type SmtpStandIn } from "./smtp/smtp-stand-in.ts";
export { emptyDatabase, type EmptyDatabase } from "./postgres/empty-database.ts";
