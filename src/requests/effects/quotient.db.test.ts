import { testDatabase, type TestDatabase } from "#test";
import type { Id } from "#kernel";
import { afterAll, beforeAll, expect, test } from "vitest";

import { newId } from "../../../test/builders/canteen.ts";
import { buildHousehold, type Household } from "../../../test/builders/household.ts";
import { askingOf, keptDocument, type Asking } from "../../../test/builders/request.ts";
import { agentAct } from "../deciding/agent-act.ts";
import { decidedRequest } from "../deciding/decided-request.ts";
import { filledRequest } from "../filling/filled-request.ts";
import { saveAnswers } from "../filling/save-answers.ts";
import { submitRequest } from "../filling/submit-request.ts";
import { familyAct } from "../following/family-act.ts";

let town: TestDatabase;
let home: Household;
let asking: Asking;
let proof: Id<"document-version">;
beforeAll(async () => {
  town = await testDatabase();
  home = await town.database.write((writes) => buildHousehold(writes));
  asking = await askingOf(town, home, { model: "quotient", rights: ["income.write"] });
  proof = await keptDocument(town, home, "Attestation de quotient familial");
}, 60_000);
afterAll(() => town.close());

const told = (valeur: string) => ({
  quoi: "quotient",
  regime: "caf",
  situation: "2026-11-20",
  valeur,
  attestation: proof,
});
const entries = () =>
  town.database.read((reads) =>
    reads.rows<Record<string, string>>(
      "test_entries",
      `select value_hundredths::text as value, standing, first_day::text as "firstDay", received_on::text as "receivedOn",
              source, by_label as by, proof_id as proof
       from qf_standing where household_id = $1 order by number`,
      [home.id],
    ),
  );

test("what is sent waits in the household's history with its document; accepted, it counts from the day it would have", async () => {
  const before = (await entries()).length;
  const requestId = await asking.send(told("512.00"));
  const [waiting] = (await entries()).slice(before);
  expect(waiting).toEqual({
    value: "51200",
    standing: "toCheck",
    firstDay: "2026-12-01",
    receivedOn: "2026-12-01",
    source: "family",
    by: "Claire Lefebvre",
    proof,
  });
  const shown = await town.database.read((reads) => decidedRequest(reads, asking.agent(), requestId));
  expect(shown?.consequences).toEqual([
    {
      what: "Quotient familial",
      now: "Rien n’est connu",
      after: "512 (CAF), du mardi 1er décembre 2026 au dimanche 31 janvier 2027",
    },
  ]);
  const accepted = await asking.accept(requestId);
  expect(accepted).toEqual({ ok: true, value: null });
  expect((await entries()).slice(before).map(({ standing }) => standing)).toEqual(["accepted"]);
  // What seldom changes is filled in the next time; the quotient is not.
  const next = await asking.begin({});
  const filled = await town.database.read((reads) => filledRequest(reads, asking.family(), next));
  expect(filled?.request.answers).toEqual({ regime: "caf", enfants: "", aeeh: "" });
});

test("refused or taken back, it ends in the history too, and is told once", async () => {
  const before = (await entries()).length;
  const refused = await asking.send(told("300.00"));
  expect(await asking.refuse(refused, "L’attestation a plus de trois mois.")).toMatchObject({ ok: true });
  const withdrawn = await asking.send(told("301.00"));
  await familyAct(asking.family(), withdrawn, { act: "withdraw", formKey: newId<"form">() });
  expect((await entries()).slice(before).map(({ standing }) => standing)).toEqual(["refused", "refused"]);
  const events = await town.database.read((reads) =>
    reads.rows(
      "test_events",
      `select from graphile_worker.jobs where task_identifier like '%quotientSettled%'`,
      [],
    ),
  );
  expect(events).toEqual([]);
});

test("what is completed replaces what was sent first, from the day of the first sending", async () => {
  const before = (await entries()).length;
  const requestId = await asking.send(told("700.00"));
  const ask = { act: "ask", formKey: newId<"form">(), said: "Le bon montant ?" } as const;
  await agentAct(asking.agent(), requestId, { ...ask, replyBy: Temporal.PlainDate.from("2027-01-10") });
  await saveAnswers(asking.family(), requestId, { valeur: "650.50" });
  await submitRequest(asking.family("2027-01-05"), requestId);
  const [first, second] = (await entries()).slice(before);
  expect(first).toMatchObject({ value: "70000", standing: "refused" });
  expect(second).toMatchObject({ value: "65050", standing: "toCheck", receivedOn: "2026-12-01" });
});

test("what was refused on the quotient's own page cannot be accepted; what was accepted there stays so", async () => {
  const settle = (verdict: string) =>
    town.database.write((writes) =>
      writes.run(
        "test_settle",
        `insert into qf_verdict_entry (qf_id, step, verdict, reason, by_label, at)
         select id, 1, $1, 'Vu.', 'Martine', now() from qf_standing where standing = 'toCheck' and household_id = $2`,
        [verdict, home.id],
      ),
    );
  await settle("refused");
  const ended = await asking.send(told("410.00"));
  await settle("refused");
  expect(await asking.accept(ended)).toMatchObject({ ok: false, refusal: { code: "impossible" } });
  const counted = await asking.send(told("420.00"));
  await settle("accepted");
  expect(await asking.accept(counted)).toMatchObject({ ok: true });
});

test("answers that do not go together are not sent: nothing is declared", async () => {
  const before = (await entries()).length;
  const family = {
    quoi: "ressources",
    ressources: "2450.00",
    avis: await keptDocument(town, home, "Avis d’imposition"),
  };
  const draft = await asking.begin({ ...told(""), ...family, enfants: "1", aeeh: "2" });
  expect(await submitRequest(asking.family(), draft)).toMatchObject({
    ok: false,
    refusal: { code: "faulty", fault: { field: "aeeh" } },
  });
  expect((await entries()).length).toBe(before);
  await saveAnswers(asking.family(), draft, { aeeh: "0" });
  expect(await submitRequest(asking.family(), draft)).toMatchObject({ ok: true });
  expect((await entries()).slice(before)).toMatchObject([{ value: null, standing: "toCheck" }]);
});
