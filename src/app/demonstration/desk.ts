import type { SignedIn, SignedInVisit } from "#identity";
import { cents, parisDate, parisInstant, parseId, type Cents, type Id } from "#kernel";
import {
  changeRegie,
  closeDay,
  correctPayment,
  depositAtTreasury,
  DESK_MEANS,
  expectedOn,
  takePayment,
  type DeskOrder,
} from "#payments";
import { hashedId, type Reads } from "#platform";

import { mustBeDone, visitOf } from "./acting.ts";
import type { Story } from "./bookings.ts";

/** What CESU and ANCV may pay here, by the codes of the rule set. */
const CESU = ["periscolaire-rue", "multi-accueil"];
const CESU_YOUNG = ["alsh-mercredi", "alsh-vacances"];
const ANCV = ["alsh-vacances", "sejour-baie", "ecole-de-musique"];
/** Payers whose bills the desk takes: all but the parents whose pages are shown. */
const PAYERS = 9;

/** Who writes the act, who holds the money, who takes it too. */
interface Desk {
  readonly administrator: SignedIn;
  readonly regisseur: SignedIn;
  readonly taker: SignedIn;
  /** Families that pay on line, on the pages that are shown. */
  readonly apart: ReadonlySet<Id<"household">>;
}

interface Debt {
  readonly householdId: Id<"household">;
  readonly guardianId: Id<"guardian">;
  readonly payer: string;
  readonly cents: Cents;
}

/** A régie, its last working day closed with its deposits, and what was taken this morning. */
export async function openDesk(story: Story, desk: Desk): Promise<void> {
  const regie = hashedId<"regie">("demonstration", "regie");
  const { administrator, regisseur, taker } = desk;
  await story.database.read(async (reads) =>
    changeRegie(visitOf(story, administrator, story.opened), {
      key: hashedId<"regieSetting">("demonstration", "regie-setting"),
      regie,
      from: parisDate(story.opened),
      setting: {
        name: "Régie Enfance",
        openedOn: parisDate(story.opened),
        place: "33 bis route du Crotoy, 80120 Rue",
        hours: "du lundi au vendredi de 9 h à 12 h et de 14 h à 17 h",
        chequeOrder: "Régie Enfance",
        siteIds: [],
        means: DESK_MEANS,
        regisseurId: regisseur.accountId,
        deputyIds: [],
        takerIds: [taker.accountId],
        cashCeiling: cents(30_000),
        chequeDepositDays: 15,
        cesuActivityIds: await activitiesOf(reads, CESU),
        cesuYoungActivityIds: await activitiesOf(reads, CESU_YOUNG),
        cesuYoungAge: 6,
        ancvActivityIds: await activitiesOf(reads, ANCV),
      },
    }),
  );
  const debts = await story.database.read((reads) => debtsOf(reads, desk.apart));
  const before = parisInstant(workingDayBefore(parisDate(story.now)), new Temporal.PlainTime(10));
  const closed = visitOf(story, regisseur, before);
  const today = visitOf(story, regisseur, story.now);
  const [first, second, third, fourth, fifth, wrong, ...rest] = debts;
  const at = { regie };
  await take(closed, first, { ...at, means: "cash" });
  const cheque = await take(closed, second, { ...at, means: "cheque", reference: "4521873" });
  await take(closed, third, { ...at, means: "desk_card", reference: "T-000127" });
  await take(closed, fourth, { ...at, means: "cheque", reference: "0093411" });
  if (cheque !== undefined)
    await mustBeDone(
      depositAtTreasury(closed, {
        ...{ id: hashedId<"deposit">("demonstration", "slip"), regie, means: "cheque", payments: [cheque] },
      }),
    );
  await closeEvening(closed, regie);
  await take(visitOf(story, taker, story.now), fifth, { ...at, means: "cash", handed: true });
  const mistaken = await take(today, wrong, { ...at, means: "cash" });
  if (mistaken !== undefined)
    await mustBeDone(
      correctPayment(today, {
        ...{ id: hashedId<"reversal">("demonstration", "wrong"), regie, payment: mistaken },
        reason: "Encaissé sur le mauvais compte.",
      }),
    );
  for (const [position, debt] of rest.entries())
    await take(today, debt, {
      ...at,
      means: position % 2 === 0 ? "cheque" : "transfer",
      reference: `70012${position}`,
    });
}

async function take(
  visit: SignedInVisit,
  debt: Debt | undefined,
  how: { regie: Id<"regie">; means: DeskOrder["means"]; reference?: string; handed?: boolean },
): Promise<Id<"payment"> | undefined> {
  if (debt === undefined) return undefined;
  const { householdId, guardianId, cents: amount, payer } = debt;
  const { regie, means, reference = null, handed = false } = how;
  const id = hashedId<"payment">("demonstration", "desk", householdId, guardianId);
  await mustBeDone(
    takePayment(visit, {
      ...{ id, regie, householdId, guardianId, means, cents: amount, reference, chosen: [], places: [] },
      handed: handed ? cents(Math.ceil((amount + 1) / 1000) * 1000) : null,
      drawer: means === "cheque" ? payer : null,
      bank: means === "cheque" ? "La Banque Postale" : null,
    }),
  );
  return id;
}

/** The day is counted as the journal says it. */
async function closeEvening(visit: SignedInVisit, regie: Id<"regie">): Promise<void> {
  const day = parisDate(visit.now);
  const counted = await visit.database.read((reads) => expectedOn(reads, regie, day));
  const id = hashedId<"closing">("demonstration", "closing");
  await mustBeDone(closeDay(visit, { id, regie, day, counted, explanation: "" }));
}

/** Who owes what, the smallest first: nobody pays a nursery contract in cash. */
function debtsOf(reads: Reads, apart: ReadonlySet<Id<"household">>): Promise<Debt[]> {
  return reads.rows<Debt>(
    "demonstration_debts",
    `select b.household_id as "householdId", b.guardian_id as "guardianId", b.balance_cents as cents,
            n.first_name || ' ' || n.last_name as payer
     from billing_balance_card b
     join families_guardian_name n on n.guardian_id = b.guardian_id
     where b.balance_cents between 1000 and 15000 and b.household_id <> all ($1::uuid[])
     order by b.balance_cents, b.household_id, b.guardian_id
     limit ${PAYERS}`,
    [[...apart]],
  );
}

async function activitiesOf(reads: Reads, codes: readonly string[]): Promise<readonly Id<"activity">[]> {
  const rows = await reads.rows<{ id: string }>(
    "demonstration_activities_of",
    "select distinct activity_id as id from activities_unit_card where activity_code = any ($1::text[])",
    [codes],
  );
  return rows.flatMap(({ id }) => parseId<"activity">(id) ?? []);
}

function workingDayBefore(day: Temporal.PlainDate): Temporal.PlainDate {
  const before = day.subtract({ days: 1 });
  return before.dayOfWeek > 5 ? workingDayBefore(before) : before;
}
