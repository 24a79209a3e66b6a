import type { SignedIn, SignedInVisit } from "#identity";
import { cents, type Id } from "#kernel";
import { testDatabase, type TestDatabase } from "#test";

import { openInvoices } from "../../src/billing/account/standing.ts";
import { changeRegie } from "../../src/payments/desk/change-regie.ts";
import type { DeskOrder } from "../../src/payments/desk/desk-order.ts";
import { DESK_MEANS, type RegieSetting } from "../../src/payments/desk/regie.ts";
import { issuedMonth } from "../billing/issued-month.ts";
import { agentWith, guardianOf } from "../builders/actors.ts";
import { buildCanteen, newId, type Canteen } from "../builders/canteen.ts";
import { buildHousehold, type Household } from "../builders/household.ts";
import { visitTo } from "../builders/visit.tsx";

/** A town with a régie: Claire owes 30,00 € of canteen and 20,00 € of care for October; Odile owes 7,77 €. */
export interface DeskTown {
  readonly town: TestDatabase;
  readonly regie: Id<"regie">;
  readonly home: Household;
  readonly other: Household;
  readonly canteen: Canteen;
  readonly care: Canteen;
  readonly payer: { householdId: Id<"household">; guardianId: Id<"guardian"> };
  /** The régisseuse, somebody named to take money, an agent whom nobody named, the administrator. */
  readonly nadia: SignedIn;
  readonly martine: SignedIn;
  readonly nobody: SignedIn;
  readonly helene: SignedIn;
  visit(actor?: SignedIn, now?: Temporal.Instant): SignedInVisit;
  claire(): ReturnType<typeof guardianOf>;
  odile(): ReturnType<typeof guardianOf>;
  setting(changes?: Partial<RegieSetting>): Promise<void>;
  order(changes?: Partial<DeskOrder>): DeskOrder;
  owed(): Promise<readonly { id: Id<"invoice">; open: number }[]>;
  /** Bills Claire a month more. */
  bill(month: string, amount: number, of?: "canteen" | "care"): Promise<void>;
}

const NOW = Temporal.Instant.from("2026-12-03T09:00:00Z");

/** Opens it; it is 3 December 2026, 10:00, unless a visit says otherwise. */
export async function deskTown(): Promise<DeskTown> {
  const town = await testDatabase();
  const { home, other, canteen, care } = await town.database.write(async (writes) => ({
    home: await buildHousehold(writes, { guardians: ["Claire", "Marc"], children: ["Lina"] }),
    other: await buildHousehold(writes, { lastName: "Bernard", guardians: ["Odile"], children: ["Zoé"] }),
    canteen: await buildCanteen(writes, { dates: [], name: "Restauration scolaire" }),
    care: await buildCanteen(writes, { dates: [], name: "Accueil du soir", siteName: "Périscolaire" }),
  }));
  const first = (household: Household) => household.guardians[0]?.id ?? newId<"guardian">();
  const payer = { householdId: home.id, guardianId: first(home) };
  const fact = (month: string, amount: number, of: "canteen" | "care", who = payer) => {
    const place = of === "care" ? care : canteen;
    return {
      ...who,
      sourceKey: `booking:${month} ${of} ${who.guardianId}`,
      day: `${month}-07`,
      cents: amount,
      activity: { id: place.activityId, name: of },
      participant: { id: home.children[0]?.id ?? newId<"participant">(), name: "Lina" },
    };
  };
  const odileId = { householdId: other.id, guardianId: first(other) };
  await issuedMonth(town, "2026-10", [
    fact("2026-10", 3000, "canteen"),
    fact("2026-10", 2000, "care"),
    fact("2026-10", 777, "canteen", odileId),
  ]);
  const regie = newId<"regie">();
  const agent = (name: string, rights: readonly string[]) => ({ ...agentWith(rights), name });
  const nadia = agent("Nadia Roussel", ["regie.use"]);
  const martine = agent("Martine Leroy", ["regie.use"]);
  const helene = agent("Hélène Caron", ["regie.use", "regie.settings"]);
  const visit = (actor: SignedIn = nadia, now = NOW) => ({ ...visitTo(town, { now }), actor });
  const setting: RegieSetting = {
    name: "Régie Enfance",
    openedOn: Temporal.PlainDate.from("2026-09-01"),
    place: "3 rue de l’Église, 80120 Rue",
    hours: "",
    chequeOrder: "Régie Enfance",
    siteIds: [],
    means: DESK_MEANS,
    regisseurId: nadia.accountId,
    deputyIds: [],
    takerIds: [martine.accountId],
    cashCeiling: cents(10_000),
    chequeDepositDays: 15,
    cesuActivityIds: [care.activityId],
    cesuYoungActivityIds: [],
    cesuYoungAge: 6,
    ancvActivityIds: [],
  };
  let settings = 0;
  const desk: DeskTown = {
    ...{ town, regie, home, other, canteen, care, payer, nadia, martine, helene, visit },
    nobody: agent("Jean Rien", ["regie.use"]),
    claire: () => guardianOf(home),
    odile: () => guardianOf(other),
    async setting(changes = {}) {
      settings += 1;
      await changeRegie(visit(helene, NOW.subtract({ hours: 9 }).add({ seconds: settings })), {
        key: newId<"regieSetting">(),
        regie,
        from: Temporal.PlainDate.from("2026-09-01"),
        setting: { ...setting, ...changes },
      });
    },
    order: (changes = {}) => ({
      ...{ id: newId<"payment">(), regie, ...payer, means: "cash", cents: cents(5000), handed: null },
      ...{ drawer: null, bank: null, reference: null, chosen: [], places: [] },
      ...changes,
    }),
    owed: () => town.database.read((reads) => openInvoices(reads, payer)),
    bill: async (month, amount, of = "canteen") => {
      await issuedMonth(town, month, [fact(month, amount, of)]);
    },
  };
  await desk.setting();
  return desk;
}
