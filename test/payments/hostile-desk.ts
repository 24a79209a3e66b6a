import { cents, parseId, type Id } from "#kernel";

import { changeRegie } from "../../src/payments/desk/change-regie.ts";
import { correctPayment } from "../../src/payments/desk/correct-payment.ts";
import { depositAtTreasury } from "../../src/payments/desk/deposit.ts";
import { DESK_MEANS } from "../../src/payments/desk/regie.ts";
import { takePayment } from "../../src/payments/desk/take-payment.ts";
import { agentWith } from "../builders/actors.ts";
import { newId } from "../builders/canteen.ts";
import type { Household } from "../builders/household.ts";
import { visitTo } from "../builders/visit.tsx";
import type { TestDatabase } from "../postgres/test-database.ts";

/** A régie that the administrator holds: payments of a family that owes nothing, a slip, cash and a cheque that wait. */
export async function buildDesk(town: TestDatabase, family: Household, now: Temporal.Instant) {
  const holder = await administrator(town);
  const actor = { ...agentWith(["regie.use", "regie.settings"]), accountId: holder };
  const visit = { ...visitTo(town, { now }), actor };
  const regie = newId<"regie">();
  const start = Temporal.PlainDate.from("2020-01-01");
  await changeRegie(visit, {
    key: newId<"regieSetting">(),
    regie,
    from: start,
    setting: {
      name: "Régie Enfance",
      openedOn: start,
      place: "3 rue de l’Église, 80120 Rue",
      hours: "",
      chequeOrder: "Régie Enfance",
      siteIds: [],
      means: DESK_MEANS,
      regisseurId: holder,
      deputyIds: [],
      takerIds: [],
      cashCeiling: cents(50_000),
      chequeDepositDays: 15,
      cesuActivityIds: [],
      cesuYoungActivityIds: [],
      cesuYoungAge: 6,
      ancvActivityIds: [],
    },
  });
  const payer = { householdId: family.id, guardianId: family.guardians[0]?.id ?? newId<"guardian">() };
  const take = async (means: "cash" | "cheque") => {
    const id = newId<"payment">();
    const told = means === "cheque" ? { drawer: "M. Petit", bank: "LBP", reference: id } : NOTHING;
    const order = {
      id,
      regie,
      ...payer,
      means,
      cents: cents(20_000),
      handed: null,
      ...told,
      chosen: [],
      places: [],
    };
    mustBe(await takePayment(visit, order));
    return id;
  };
  const [kept, wrong, deposited] = [await take("cash"), await take("cash"), await take("cheque")];
  const deposit = newId<"deposit">();
  mustBe(await depositAtTreasury(visit, { id: deposit, regie, means: "cheque", payments: [deposited] }));
  const cancelled = await take("cheque");
  mustBe(await correctPayment(visit, { id: newId(), regie, payment: cancelled, reason: "Essai" }));
  return { regie, holder, kept, wrong, deposit, payer };
}

const NOTHING = { drawer: null, bank: null, reference: null };

function mustBe(done: { readonly ok: boolean }): void {
  if (!done.ok) throw new Error(`Refused: ${JSON.stringify(done)}`);
}

async function administrator(town: TestDatabase): Promise<Id<"account">> {
  const row = await town.database.read((reads) =>
    reads.row<{ id: string }>(
      "test_administrator",
      "select account_id as id from agent_role where role = 'administrator' limit 1",
    ),
  );
  const id = parseId<"account">(row?.id);
  if (id === undefined) throw new Error("No administrator");
  return id;
}
