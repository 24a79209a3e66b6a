import type { Id } from "#kernel";
import type { Reads } from "#platform";

/** Who is written to: the guardians who share an address and the same households. */
export interface Recipient {
  /** The first guardian's id, which makes the message the only one of its kind. */
  readonly id: Id<"guardian">;
  readonly names: readonly string[];
  /** All those who read it. */
  readonly guardianIds: readonly Id<"guardian">[];
  readonly email: string;
  /** The households whose lines this message may tell, and no other. */
  readonly householdIds: ReadonlySet<Id<"household">>;
  /** The children for whom these guardians may not act: no message tells them anything. */
  readonly withheldIds: ReadonlySet<Id<"participant">>;
}

interface GuardianRow {
  guardianId: Id<"guardian">;
  householdIds: Id<"household">[];
  withheldIds: Id<"participant">[];
  name: string;
  email: string;
}

/** The guardians of these households who have an e-mail address, each with those of the households that are theirs. */
export async function recipientsOf(
  reads: Reads,
  households: readonly Id<"household">[],
): Promise<readonly Recipient[]> {
  const guardians = await reads.rows<GuardianRow>(
    "recipients_of_households",
    `select guardian_id as "guardianId", first_name || ' ' || last_name as name, email,
            array_agg(household_id order by household_id) as "householdIds",
            array(select participant_id from families_withheld_authority withheld
                  where withheld.guardian_id = families_guardian_card.guardian_id
                  order by participant_id) as "withheldIds"
     from families_guardian_card
     where household_id = any ($1::uuid[]) and email <> ''
     group by guardian_id, first_name, last_name, email
     order by guardian_id`,
    [households],
  );
  return oncePerAddress(guardians);
}

/** Of these lines, those that this message may tell: of the recipient's households, and of his or her children. */
export function linesFor<T extends { householdId: Id<"household">; participantId: Id<"participant"> }>(
  { householdIds, withheldIds }: Recipient,
  lines: readonly T[],
): readonly T[] {
  return lines.filter((line) => householdIds.has(line.householdId) && !withheldIds.has(line.participantId));
}

/**
 * Parents who share an address and their households read the same message: it is written once, to both. Those of
 * two households keep a message each, whatever their address: neither reads the lines of the other's; nor does a
 * step-parent read those of a child that is not his or hers.
 */
function oncePerAddress(guardians: readonly GuardianRow[]): readonly Recipient[] {
  const together = Map.groupBy(guardians, ({ email, householdIds, withheldIds }) =>
    [email.toLowerCase(), ...householdIds, "-", ...withheldIds].join(" "),
  );
  return [...together.values()].flatMap((sharing) => {
    const [first] = sharing;
    if (first === undefined) return [];
    return {
      id: first.guardianId,
      names: sharing.map(({ name }) => name),
      guardianIds: sharing.map(({ guardianId }) => guardianId),
      email: first.email,
      householdIds: new Set(first.householdIds),
      withheldIds: new Set(first.withheldIds),
    };
  });
}
