import { declarePerson } from "#families";
import type { Id } from "#kernel";
import { testDatabase, type TestDatabase } from "#test";
import { afterAll, beforeAll, expect, test } from "vitest";

import { newId } from "../../../test/builders/canteen.ts";
import { buildHousehold, type Household } from "../../../test/builders/household.ts";
import { askingOf, type Asking } from "../../../test/builders/request.ts";
import { decidedRequest } from "../deciding/decided-request.ts";
import { filledRequest } from "../filling/filled-request.ts";
import { submitRequest } from "../filling/submit-request.ts";

let town: TestDatabase;
let home: Household;
let other: Household;
let lina: Id<"participant">;
let asking: Asking;
beforeAll(async () => {
  town = await testDatabase();
  home = await town.database.write((writes) => buildHousehold(writes));
  other = await town.database.write((writes) => buildHousehold(writes, { lastName: "Autre" }));
  lina = home.children[0]?.id ?? newId();
  asking = await askingOf(town, home, { model: "personne", rights: ["families.write"] });
}, 60_000);
afterAll(() => town.close());

const adding = (nom: string, enfant: string = lina) => ({
  quoi: "ajouter",
  enfant,
  prenom: "Odile",
  nom,
  lien: "Grand-mère",
  telephone: "0612345678",
});
const persons = () =>
  town.database.read((reads) =>
    reads.rows<{ id: Id<"authorised-person">; name: string; kind: string; ended: boolean }>(
      "test_persons",
      `select id, last_name as name, kind, ended_at is not null as ended from authorised_person
       order by created_at, last_name`,
    ),
  );
const declare = (home: Household, kind: "authorised" | "forbidden", lastName: string) =>
  declarePerson(
    asking.agent(),
    { householdIds: [home.id], withheldIds: [] },
    {
      formKey: newId<"form">(),
      participantId: home.children[0]?.id ?? newId(),
      kind,
      firstName: "Odile",
      lastName,
      relation: "",
      phone: "",
      firstDay: Temporal.PlainDate.from("2026-12-01"),
      lastDay: null,
    },
  );

test("accepted, a person may fetch the child, once; then the family asks to take it back", async () => {
  const requestId = await asking.send(adding("Martin"));
  const formKey = newId<"form">();
  for (const _ of [1, 2])
    expect(await asking.accept(requestId, { formKey })).toEqual({ ok: true, value: null });
  const [declared, ...more] = await persons();
  expect(more).toEqual([]);
  expect(declared).toMatchObject({ name: "Martin", kind: "authorised", ended: false });

  const removal = { quoi: "retirer", personne: declared?.id ?? "" };
  const filled = await asking.begin(removal);
  const offered = await town.database.read((reads) => filledRequest(reads, asking.family(), filled));
  expect(offered?.offers["personne"]?.map(({ name }) => name)).toEqual([
    "Odile Martin peut venir chercher Lina",
  ]);
  const sent = await asking.send(removal);
  expect(await asking.accept(sent)).toEqual({ ok: true, value: null });
  expect(await persons()).toMatchObject([{ name: "Martin", ended: true }]);
});

test("who is forbidden by a decision is not authorised, and nothing is written", async () => {
  const requestId = await asking.send(adding("Interdit"));
  await declare(home, "forbidden", "Interdit");
  expect(await asking.accept(requestId)).toMatchObject({
    refusal: { code: "impossible", sentence: expect.stringContaining("Une décision interdit") },
  });
  expect((await persons()).filter(({ name }) => name === "Interdit")).toMatchObject([{ kind: "forbidden" }]);
});

test("one taken back meanwhile is a page that changed; another household's child and person are no answers", async () => {
  await declare(home, "authorised", "Petit");
  const petit = (await persons()).find(({ name }) => name === "Petit")?.id ?? "";
  const requestId = await asking.send({ quoi: "retirer", personne: petit });
  const shown = await town.database.read((reads) => decidedRequest(reads, asking.agent(), requestId));
  await town.database.write((writes) =>
    writes.run(
      "test_end",
      `update authorised_person set ended_at = now(), ended_by_label = 'Paul' where id = $1`,
      [petit],
    ),
  );
  expect(await asking.accept(requestId, { seen: shown?.seen ?? "" })).toMatchObject({
    refusal: { code: "changed-since" },
  });

  await declare(other, "authorised", "Ailleurs");
  const foreign = (await persons()).find(({ name }) => name === "Ailleurs")?.id ?? "";
  const theirs = await asking.begin({ quoi: "retirer", personne: foreign });
  expect(await submitRequest(asking.family(), theirs)).toMatchObject({
    refusal: { code: "unfinished", step: "personne" },
  });
  const child = await asking.begin(adding("Durand", other.children[0]?.id));
  expect(await submitRequest(asking.family(), child)).toMatchObject({
    refusal: { code: "unfinished", step: "enfant" },
  });
});

test("a last day that is past is put right before it is sent", async () => {
  const draft = await asking.begin({ ...adding("Lefort"), au: "2026-11-30" });
  expect(await submitRequest(asking.family(), draft)).toMatchObject({
    refusal: { code: "faulty", fault: { field: "au" } },
  });
});
