import { compare, exact, type Exact } from "../exact.ts";
import type { Decimal } from "./grammar.ts";
import type { Limit } from "./price.ts";

/** Brings an amount up to the floor or down to the ceiling, and tells which was reached. */
export function limitsOf({ floor, ceiling }: { floor?: Decimal; ceiling?: Decimal }) {
  const least = floor === undefined ? null : { euros: floor, value: exact(floor) };
  const most = ceiling === undefined ? null : { euros: ceiling, value: exact(ceiling) };
  return (value: Exact): { value: Exact; limit: Limit | null } => {
    if (least !== null && compare(value, least.value) < 0)
      return { value: least.value, limit: { kind: "floor", euros: least.euros } };
    if (most !== null && compare(value, most.value) > 0)
      return { value: most.value, limit: { kind: "ceiling", euros: most.euros } };
    return { value, limit: null };
  };
}
