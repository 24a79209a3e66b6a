import { refuse } from "#kernel";
import type { Gateway, GatewayOf } from "#payments";

/**
 * The program that speaks to the payment service of a setting. PayFiP's client is written on a branch of its own: until
 * it is merged here (`payfipGateway({ origin, numcli: account, mode })`), every act says that nothing answers, and no
 * attempt is kept open.
 */
export const gatewayOf: GatewayOf = () => UNREACHABLE;

const silent = () =>
  Promise.resolve(
    refuse({ code: "unavailable" as const, reason: "client PayFiP absent", retryAfterMinutes: 30 }),
  );

const UNREACHABLE: Gateway = { open: silent, lookUp: silent, test: silent };
