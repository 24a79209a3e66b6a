import { mayAt, type SignedIn } from "#identity";
import type { Id } from "#kernel";
import { BackLink, Notice, type Reads } from "#platform";

import { answerMoment, TurnCard } from "../../family/offers/turn-card.tsx";
import type { PlanningFor } from "../../family/planning/planning-for.ts";
import type { HouseholdTurn } from "../../../waiting/household-turns.ts";
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

/** Offers that the family may still answer, for an agent to answer on the telephone. */
export interface OffersToAnswer {
  turns: readonly HouseholdTurn[];
  pageKey: string;
}

/**
 * The planning of a family as an agent changes it: after the deadlines too, at his or her sites; with the places that
 * are offered to it, where they are to be answered.
 */
export function actingFor(
  actor: SignedIn,
  household: Id<"household">,
  label: string,
  offers?: OffersToAnswer,
): PlanningFor {
  const base = `/agent/familles/${household}/planning`;
  const everywhere = actor.rights.get("bookings.write") === "everywhere";
  return {
    base,
    section: "families",
    dense: true,
    islands: ["day-grid.js"],
    deadlines: "lifted",
    mayChange: (site) => mayAt(actor, "bookings.write", site),
    tools: false,
    paysFirst: false,
    keeper: null,
    banner: (
      <>
        <BackLink href={`/agent/familles/${household}`} label={texts.back} />
        <Notice tone="warning" title={texts.banner(label)}>
          <p>{texts.explain}</p>
          {!everywhere && <p>{texts.otherSites}</p>}
        </Notice>
        {offers !== undefined && offers.turns.length > 0 && (
          <section aria-labelledby="places-proposees">
            <h2 id="places-proposees">{texts.offers.title}</h2>
            {offers.turns.map((turn) => (
              <TurnCard
                turn={turn}
                pageKey={offers.pageKey}
                sentence={texts.offers.until(answerMoment(turn))}
                acts={["accept", "decline"]}
                action={`${base}/verifier`}
              />
            ))}
          </section>
        )}
      </>
    ),
  };
}
