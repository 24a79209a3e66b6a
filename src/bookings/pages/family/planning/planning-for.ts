import type { Id } from "#kernel";
import type { VNode } from "preact";

import type { Deadlines } from "../../../rules/place-state.ts";

/** For whom a planning is drawn: the family itself, or an agent who acts for it. */
export interface PlanningFor {
  /** The address of the planning; its forms lead below it. */
  base: string;
  /** The entry of the navigation. */
  section: string;
  dense: boolean;
  islands: readonly string[];
  deadlines: Deadlines;
  /** Whether places may be changed at this site. */
  mayChange(site: Id<"site">): boolean;
  /** Whether the tools (repeat, copy, clear) stand above the month. */
  tools: boolean;
  /** Whether places that are paid first wait for their payment: an agent books them at once. */
  paysFirst: boolean;
  /** Whose choices the browser keeps until they are saved; null where it keeps none. */
  keeper: Id<"account"> | null;
  /** Said first: for which family an agent acts. */
  banner: VNode | null;
}

/** A family on its own planning. With the count of changes in sight, a script saves at once (planning.island.ts). */
export const forItself: PlanningFor = {
  base: "/planning",
  section: "planning",
  dense: false,
  islands: ["day-grid.js", "planning.js"],
  deadlines: "held",
  mayChange: () => true,
  tools: true,
  paysFirst: true,
  keeper: null,
  banner: null,
};
