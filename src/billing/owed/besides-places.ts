import type { BesidesPlaces, ChargedBesides, LongerDay } from "#attendance";
import type { Id } from "#kernel";
import type { Reads } from "#platform";
import { explainLine, moreSentence, type PriceFact } from "#pricing";

import { accountReach } from "../account/reach.ts";
import { readCareFacts } from "./care-facts.ts";
import { contractsOwed } from "./contracts-owed.ts";
import { readMonthFacts } from "./month-facts.ts";
import type { OwedCharge } from "./owed-charges.ts";
import { placesOwed } from "./places-owed.ts";

/** What is owed besides places, for the pages of attendance: made as the bill is, so that both say the same cents. */
export const besidesPlaces: BesidesPlaces = {
  async ofHouseholds(reads, month, households) {
    return (await chargesOf(reads, month, households)).flatMap(besidesOf);
  },
  async ofFamily(reads, month, actor) {
    const { householdIds, onlyGuardian, withheldIds } = accountReach(actor);
    const charges = (await chargesOf(reads, month, householdIds)).filter(
      ({ payer, participant }) =>
        (onlyGuardian === null || payer.guardianId === onlyGuardian) &&
        participant !== null &&
        !withheldIds.includes(participant.id),
    );
    return { charged: charges.flatMap(besidesOf), longer: charges.flatMap(longerOf) };
  },
};

async function chargesOf(
  reads: Reads,
  month: Temporal.PlainYearMonth,
  households: readonly Id<"household">[],
): Promise<readonly OwedCharge[]> {
  if (households.length === 0) return [];
  const facts = await readMonthFacts(reads, month, households);
  const care = await readCareFacts(reads, facts, households);
  return [...placesOwed(facts, care), ...contractsOwed(facts, care)].flatMap(({ charges }) => charges);
}

function longerOf({ participant, facts }: OwedCharge): readonly LongerDay[] {
  return facts.why.flatMap((fact) =>
    fact.fact === "psuMore"
      ? [
          {
            day: Temporal.PlainDate.from(fact.time.day),
            participant: participant?.name ?? "",
            sentence: moreSentence(fact.time),
          },
        ]
      : [],
  );
}

function besidesOf(charge: OwedCharge): readonly ChargedBesides[] {
  const { payer, participant, unit, day, kind, cents, facts } = charge;
  if ((kind !== "supplement" && kind !== "penalty") || participant === null || unit === null) return [];
  return [
    {
      householdId: payer.householdId,
      participantId: participant.id,
      participant: participant.name,
      unitId: unit.id,
      ...{ day, kind, cents, name: unit.name },
      why: explainLine({ what: kind, name: null, cents, facts: facts.why }),
      isPublic: facts.why.every(isPublic),
    },
  ];
}

/** A sum, so many times: what follows the price of a place, or the quotient, tells what a family earns. */
function isPublic(fact: PriceFact): boolean {
  if (fact.fact === "penalty") return fact.change.plus !== undefined;
  return fact.fact === "amount" || fact.fact === "quantity" || fact.fact === "rounding";
}
