import { mayAt, type SignedIn } from "#identity";
import type { Id } from "#kernel";
import { BackLink, Notice, type Reads } from "#platform";

import type { PlanningFor } from "../../family/planning/planning-for.ts";
import { texts } from "./texts.fr.ts";

/** How a family is named to agents, or undefined when there is no such file. */
export async function householdLabel(reads: Reads, household: Id<"household">): Promise<string | undefined> {
  const row = await reads.row<{ label: string }>(
    "household_label",
    "select label from families_household_card where household_id = $1",
    [household],
  );
  return row?.label;
}

/** The planning of a family as an agent changes it: after the deadlines too, at his or her sites. */
export function actingFor(actor: SignedIn, household: Id<"household">, label: string): PlanningFor {
  const everywhere = actor.rights.get("bookings.write") === "everywhere";
  return {
    base: `/agent/familles/${household}/planning`,
    section: "families",
    dense: true,
    islands: ["day-grid.js"],
    deadlines: "lifted",
    mayChange: (site) => mayAt(actor, "bookings.write", site),
    tools: false,
    keeper: null,
    banner: (
      <>
        <BackLink href={`/agent/familles/${household}`} label={texts.back} />
        <Notice tone="warning" title={texts.banner(label)}>
          <p>{texts.explain}</p>
          {!everywhere && <p>{texts.otherSites}</p>}
        </Notice>
      </>
    ),
  };
}
