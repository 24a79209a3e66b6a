import { randomUUID } from "node:crypto";

import { linkGuardian } from "#access";
import { postEntry } from "#billing";
import { submitBookings } from "#bookings";
import { cents } from "#kernel";
import { testDatabase, type TestDatabase } from "#test";
import { afterAll, beforeAll, expect, test } from "vitest";

import { buildAccount } from "../../../test/builders/account.ts";
import { buildCanteen, newId, type Canteen } from "../../../test/builders/canteen.ts";
import { buildHousehold, type Household } from "../../../test/builders/household.ts";
import { askingOf, type Asking } from "../../../test/builders/request.ts";
import { submitRequest } from "../filling/submit-request.ts";

let town: TestDatabase;
let rue: Canteen;
beforeAll(async () => {
  town = await testDatabase();
  rue = await town.database.write((writes) => buildCanteen(writes, { dates: ["2026-12-17", "2026-12-18"] }));
}, 60_000);
afterAll(() => town.close());

async function asking(): Promise<{ home: Household; asking: Asking }> {
  const home = await town.database.write((writes) => buildHousehold(writes, { enrolledIn: [rue] }));
  return { home, asking: await askingOf(town, home, { model: "cloture", rights: ["families.write"] }) };
}

async function owes(home: Household, amount: number): Promise<void> {
  const [adult] = home.guardians;
  await town.database.write((writes) =>
    postEntry(writes, {
      payer: { householdId: home.id, guardianId: adult?.id ?? newId() },
      kind: "refund",
      cents: cents(amount),
      day: Temporal.PlainDate.from("2026-11-20"),
      sourceId: newId<"refund">(),
      at: Temporal.Instant.from("2026-11-20T09:00:00Z"),
    }),
  );
}

const book = ({ home, asking: { family } }: { home: Household; asking: Asking }) =>
  submitBookings(family(), {
    key: newId<"submission">(),
    lines: [
      {
        act: "book",
        participantId: home.children[0]?.id ?? newId(),
        slotId: rue.slotOn("2026-12-17"),
      },
    ],
  });

async function pays(home: Household): Promise<void> {
  await town.database.write(async (writes) => {
    const setting = newId<"setting">();
    await writes.run(
      "test_closure_setting",
      `insert into gateway_setting (id, opened, origin, account, mode, part_allowed, by_label, at)
       values ($1, false, 'http://127.0.0.1:9', '123456', 'test', true, 'Essai', now())`,
      [setting],
    );
    await writes.run(
      "test_closure_attempt",
      `insert into payment_attempt (id, household_id, guardian_id, account_id, by_label, email, setting_id, refdet,
                                    amount_cents, year, state, at, reference, page_url)
       values (gen_random_uuid(), $1, $2, gen_random_uuid(), 'Claire', 'claire@exemple.fr', $3, '202600000100000009',
               1250, 2026, 'open', now(), $4, 'http://127.0.0.1:9/')`,
      [home.id, home.guardians[0]?.id ?? "", setting, randomUUID()],
    );
  });
}

test("a debt, a payment under way and days to come are each said, when it is sent and when it is decided", async () => {
  const one = await asking();
  const sent = await one.asking.send({ raison: "Nous déménageons." });
  await owes(one.home, 7000);
  await pays(one.home);
  expect(await book(one)).toMatchObject({ ok: true });
  const draft = await one.asking.begin({});
  const refused = await submitRequest(one.asking.family(), draft);
  expect(refused).toMatchObject({
    refusal: {
      code: "obstacles",
      sentences: [
        expect.stringContaining("70,00\u00a0€ à payer"),
        expect.stringContaining("12,50\u00a0€ est en cours"),
        expect.stringMatching(/1\sréservation à venir, le jeudi 17\sdécembre/),
      ],
    },
  });
  expect(await one.asking.accept(sent)).toMatchObject({
    refusal: { code: "impossible", sentence: expect.stringContaining("70,00\u00a0€") },
  });
});

test("accepted, nobody signs in to the account, and the file is still there", async () => {
  const { home, asking: one } = await asking();
  const accountId = await buildAccount(town.database, { email: "ferme@exemple.fr" });
  const guardianId = home.guardians[0]?.id ?? newId();
  await town.database.write((writes) => linkGuardian(writes, { accountId, guardianId }));
  const requestId = await one.send({});
  expect(await one.accept(requestId)).toEqual({ ok: true, value: null });
  const open = await town.database.read((reads) =>
    reads.row<{ open: boolean; password: boolean; people: number }>(
      "test_closed",
      `select exists (select from identity_open_account where account_id = $1) as open,
              (select password_hash is not null from account where id = $1) as password,
              (select count(*)::int from families_guardian_card where guardian_id = $2) as people`,
      [accountId, guardianId],
    ),
  );
  expect(open).toEqual({ open: false, password: false, people: 1 });
});

test("the account of an agent stays open until its roles are taken away", async () => {
  const { home, asking: one } = await asking();
  const accountId = await buildAccount(town.database, { email: "agent@exemple.fr" });
  await town.database.write(async (writes) => {
    await linkGuardian(writes, { accountId, guardianId: home.guardians[0]?.id ?? newId() });
    await writes.run("test_agent", `update account set agent = true where id = $1`, [accountId]);
  });
  expect(await one.accept(await one.send({}))).toMatchObject({
    refusal: { code: "impossible", sentence: expect.stringContaining("agent") },
  });
});
