import type { GuardianVisit, SignedInVisit } from "#identity";
import type { Id } from "#kernel";
import { testDatabase, type TestDatabase } from "#test";

import { openInvoices } from "../../src/billing/account/standing.ts";
import { openAttempt, type PayOrder } from "../../src/payments/attempts/open-attempt.ts";
import { changeSetting } from "../../src/payments/settings/change-setting.ts";
import type { GatewaySetting } from "../../src/payments/settings/setting.ts";
import { issuedMonth } from "../billing/issued-month.ts";
import { agentWith, guardianOf } from "../builders/actors.ts";
import { newId } from "../builders/canteen.ts";
import { buildHousehold, type Household } from "../builders/household.ts";
import { visitTo } from "../builders/visit.tsx";
import { ScriptedGateway } from "./scripted-gateway.ts";

/** A town that takes payments on line: Claire owes for two months, Odile of another family for one. */
export interface PayingTown {
  readonly town: TestDatabase;
  readonly gateway: ScriptedGateway;
  readonly home: Household;
  readonly other: Household;
  readonly payer: { householdId: Id<"household">; guardianId: Id<"guardian"> };
  claire(now?: Temporal.Instant): GuardianVisit;
  odile(): GuardianVisit;
  agent(rights?: readonly string[]): SignedInVisit;
  setting(changes?: Partial<GatewaySetting>): Promise<void>;
  /** What Claire owes still, as the confirm page shows it. */
  owed(): Promise<PayOrder["chosen"]>;
  order(changes?: Partial<PayOrder>): Promise<PayOrder>;
  open(order: PayOrder, now?: Temporal.Instant): ReturnType<typeof openAttempt>;
  /** Bills Claire a month more. */
  bill(month: string, cents: number): Promise<void>;
}

const SETTING: GatewaySetting = {
  opened: true,
  origin: "https://payfip.exemple.fr",
  account: "123456",
  mode: "production",
  partAllowed: true,
};

/** Opens it: invoices are issued on 12 November 2026 at 9:00, and due 30 days later. */
export async function payingTown(): Promise<PayingTown> {
  const town = await testDatabase();
  const gateway = new ScriptedGateway();
  const [home, other] = await town.database.write(async (writes) => [
    await buildHousehold(writes, { guardians: ["Claire", "Marc"], children: ["Lina"] }),
    await buildHousehold(writes, { lastName: "Bernard", guardians: ["Odile"], children: ["Zoé"] }),
  ]);
  const guardianId = home.guardians[0]?.id ?? newId<"guardian">();
  const payer = { householdId: home.id, guardianId };
  const visit = (now?: Temporal.Instant) => visitTo(town, now === undefined ? {} : { now });
  const fact = (
    month: string,
    cents: number,
    who: { householdId: Id<"household">; guardianId: Id<"guardian"> },
  ) => ({
    ...who,
    sourceKey: `booking:${month} ${who.guardianId}`,
    day: `${month}-07`,
    cents,
  });
  const odileId = { householdId: other.id, guardianId: other.guardians[0]?.id ?? newId<"guardian">() };
  await issuedMonth(town, "2026-09", [fact("2026-09", 4000, payer), fact("2026-09", 777, odileId)]);
  await issuedMonth(town, "2026-10", [fact("2026-10", 3000, payer)]);
  let settings = 0;
  const paying: PayingTown = {
    town,
    gateway,
    home,
    other,
    payer,
    claire: (now) => ({ ...visit(now), actor: guardianOf(home) }),
    odile: () => ({ ...visit(), actor: guardianOf(other) }),
    agent: (rights = ["payments.settings", "payments.write"]) => ({ ...visit(), actor: agentWith(rights) }),
    async setting(changes = {}) {
      settings += 1;
      const agent = {
        ...paying.agent(),
        now: visit().now.subtract({ hours: 10 }).add({ seconds: settings }),
      };
      const written = await changeSetting(agent, newId<"gatewaySetting">(), { ...SETTING, ...changes }, true);
      if (!written.ok) throw new Error(written.refusal.code);
    },
    async owed() {
      const open = await town.database.read((reads) => openInvoices(reads, payer));
      return open.map(({ id, open: shown }) => ({ invoice: id, shown }));
    },
    order: async (changes = {}) => ({
      id: newId<"attempt">(),
      ...payer,
      chosen: changes.chosen ?? (await paying.owed()),
      part: null,
      email: "claire@exemple.fr",
      ...changes,
    }),
    open: (order, now) => openAttempt(paying.claire(now), order, () => gateway),
    bill: async (month, cents) => {
      await issuedMonth(town, month, [fact(month, cents, payer)]);
    },
  };
  await paying.setting();
  return paying;
}
