import { payfipGateway, restingGateways, type GatewayOf } from "#payments";

/** The program that speaks to the payment service of a setting: PayFiP, or what stands in for it at the same addresses. */
export const gatewayOf: GatewayOf = restingGateways(({ origin, account, mode }) =>
  payfipGateway({ origin, numcli: account, mode }),
);
