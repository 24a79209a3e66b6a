import { addGuardian } from "#families";
import type { Id } from "#kernel";
import { testDatabase, type TestDatabase } from "#test";
import { afterAll, beforeAll, expect, test } from "vitest";

import { newId } from "../../../test/builders/canteen.ts";
import { buildHousehold, type Household } from "../../../test/builders/household.ts";
import { askingOf, keptDocument, type Asking } from "../../../test/builders/request.ts";
import { decidedRequest } from "../deciding/decided-request.ts";
import { submitRequest } from "../filling/submit-request.ts";

let town: TestDatabase;
let home: Household;
let asking: Asking;
let proof: Id<"document-version">;
beforeAll(async () => {
  town = await testDatabase();
  home = await town.database.write((writes) => buildHousehold(writes));
  asking = await askingOf(town, home, { model: "adulte", rights: ["families.write"] });
  proof = await keptDocument(town, home, "Livret de famille ou acte de naissance");
}, 60_000);
afterAll(() => town.close());

const answers = (nom: string, preuve: string = proof) => ({
  civilite: "M.",
  prenom: "Samuel",
  nom,
  lien: "Père",
  telephone: "0612345678",
  email: "samuel@exemple.fr",
  preuve,
});
const adults = () =>
  town.database.read((reads) =>
    reads.rows<{ name: string }>(
      "test_adults",
      `select last_name as name, phone_mobile as phone from families_guardian_card
       where household_id = $1 and first_name = 'Samuel' order by last_name`,
      [home.id],
    ),
  );

test("accepted, another adult is of the household, once", async () => {
  const requestId = await asking.send(answers("Durand"));
  expect(await adults()).toEqual([]);
  const formKey = newId<"form">();
  for (const _ of [1, 2])
    expect(await asking.accept(requestId, { formKey })).toEqual({ ok: true, value: null });
  expect(await adults()).toEqual([{ name: "Durand", phone: "0612345678" }]);
  const again = await asking.send(answers("durand"));
  expect(await asking.accept(again)).toEqual({ ok: true, value: null });
  expect(await adults()).toHaveLength(1);
});

test("somebody of the same name elsewhere is for the agent to recognise, and a page shown before is too old", async () => {
  const requestId = await asking.send(answers("Petit"));
  const elsewhere = await town.database.write((writes) => buildHousehold(writes, { lastName: "Petit" }));
  await addGuardian(
    asking.agent(),
    elsewhere.id,
    { civility: "M.", firstName: "Samuel", lastName: "Petit", email: "", phone: "" },
    { formKey: newId<"form">(), answer: { chosen: null, seen: [] } },
  );
  expect(await asking.accept(requestId)).toMatchObject({
    refusal: { code: "impossible", sentence: expect.stringContaining("déjà connu") },
  });
  const shown = await town.database.read((reads) => decidedRequest(reads, asking.agent(), requestId));
  await town.database.write((writes) =>
    writes.run(
      "test_join",
      `insert into household_guardian (household_id, guardian_id)
       select $1, id from guardian where first_name = 'Samuel' and last_name = 'Petit'`,
      [home.id],
    ),
  );
  expect(await asking.accept(requestId, { seen: shown?.seen ?? "" })).toMatchObject({
    refusal: { code: "changed-since" },
  });
});

test("another household's document proves nothing", async () => {
  const other = await town.database.write((writes) => buildHousehold(writes, { lastName: "Autre" }));
  const foreign = await keptDocument(town, other, "Livret de famille ou acte de naissance");
  const draft = await asking.begin(answers("Roux", foreign));
  expect(await submitRequest(asking.family(), draft)).toMatchObject({
    refusal: { code: "unfinished", step: "preuve" },
  });
});
