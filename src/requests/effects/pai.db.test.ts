import type { Id } from "#kernel";
import { testDatabase, type TestDatabase } from "#test";
import { afterAll, beforeAll, expect, test } from "vitest";

import { newId } from "../../../test/builders/canteen.ts";
import { buildHousehold, type Household } from "../../../test/builders/household.ts";
import { askingOf, keptDocument, type Asking } from "../../../test/builders/request.ts";
import { submitRequest } from "../filling/submit-request.ts";
import { forgetAnswersJob } from "../following/forget-answers.ts";

let town: TestDatabase;
let home: Household;
let lina: Id<"participant">;
let asking: Asking;
let pai: Id<"document-version">;
beforeAll(async () => {
  town = await testDatabase();
  home = await town.database.write((writes) => buildHousehold(writes));
  lina = home.children[0]?.id ?? newId();
  asking = await askingOf(town, home, { model: "pai", rights: ["health.write"] });
  pai = await keptDocument(town, home, "Projet d’accueil individualisé (PAI)", lina);
}, 60_000);
afterAll(() => town.close());

const answers = (consignes: string) => ({ enfant: lina, pai, consignes, fin: "2027-08-31" });
const rows = (name: string, sql: string, parameters: readonly string[] = []) =>
  town.database.read((reads) => reads.rows<Record<string, unknown>>(name, sql, parameters));
const record = () =>
  rows(
    "test_record",
    `select has_pai as pai, pai_until::text as until, pai_instructions as said, allergies
     from health_record where participant_id = $1`,
    [lina],
  );
const meanwhile = (instructions: string) =>
  town.database.write((writes) =>
    writes.run(
      "test_meanwhile",
      `insert into health_record (participant_id, allergies, diet, has_pai, pai_instructions, doctor_name, doctor_phone,
                                  notes, by_label, updated_at)
       values ($1, 'Arachides', '', true, $2, '', '', '', 'Marc', now())
       on conflict (participant_id) do update set pai_instructions = $2, updated_at = now()`,
      [lina, instructions],
    ),
  );

test("accepted, a PAI is written beside what the record says already", async () => {
  await meanwhile("");
  const requestId = await asking.send(answers("Pas d’arachides. Stylo dans le sac."));
  expect(await asking.accept(requestId)).toEqual({ ok: true, value: null });
  expect(await record()).toEqual([
    { pai: true, until: "2027-08-31", said: "Pas d’arachides. Stylo dans le sac.", allergies: "Arachides" },
  ]);
});

test("what the other parent wrote meanwhile is a conflict, and a PAI that is over is not sent", async () => {
  const requestId = await asking.send(answers("Nouvelles consignes."));
  await meanwhile("Celles de Marc.");
  expect(await asking.accept(requestId)).toMatchObject({ refusal: { code: "conflict" } });
  expect(await record()).toMatchObject([{ said: "Celles de Marc." }]);
  expect(await asking.accept(requestId, { overConflicts: true })).toMatchObject({ ok: true });
  expect(await record()).toMatchObject([{ said: "Nouvelles consignes." }]);
  const over = await asking.begin({ ...answers("Trop tard."), fin: "2026-11-30" });
  expect(await submitRequest(asking.family(), over)).toMatchObject({ refusal: { fault: { field: "fin" } } });
});

test("what was answered is forgotten once the school year of the decision is over, and nothing else may change it", async () => {
  const decided = await asking.send(answers("À oublier."));
  await asking.accept(decided, { overConflicts: true });
  const open = await asking.send(answers("En cours."));
  const night = (day: string) =>
    forgetAnswersJob.run({
      authority: town.authority,
      database: town.database,
      now: Temporal.Instant.from(`${day}T02:40:00Z`),
    });
  const kept = async (id: Id<"request">) =>
    (
      await rows(
        "test_kept",
        `select answers <> '{}' as kept from request_submission where request_id = $1`,
        [id],
      )
    )[0]?.["kept"];
  await night("2027-08-31");
  expect([await kept(decided), await kept(open)]).toEqual([true, true]);
  await night("2027-09-01");
  await night("2027-09-02");
  expect([await kept(decided), await kept(open)]).toEqual([false, true]);
  const lines = await rows(
    "test_lines",
    `select from journal_entry where act = 'requests.forgotten' and object_id = $1`,
    [decided],
  );
  expect(lines).toHaveLength(1);
  const rewritten = town.database.write((writes) =>
    writes.run(
      "test_rewrite",
      `update request_submission set answers = '{"fin": ""}' where request_id = $1`,
      [open],
    ),
  );
  await expect(rewritten).rejects.toThrow(/append-only/);
});
