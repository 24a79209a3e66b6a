import type { Settling } from "#billing";

/** Nothing is paid on line, and nothing is said of a desk. */
export const noPayments: Settling = {
  opened: () => Promise.resolve(false),
  ways: () => Promise.resolve(new Map()),
  underWay: () => Promise.resolve([]),
  hrefOf: () => "",
  agentHrefOf: () => null,
};
