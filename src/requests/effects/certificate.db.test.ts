import { testDatabase, type TestDatabase } from "#test";
import { afterAll, beforeAll, expect, test } from "vitest";

import { buildCanteen, newId, type Canteen } from "../../../test/builders/canteen.ts";
import { buildHousehold, type Household } from "../../../test/builders/household.ts";
import { askingOf, type Asking } from "../../../test/builders/request.ts";
import { certificateOf } from "../certificate/kept-certificate.ts";
import { certificateFile } from "../certificate/print-certificate.ts";
import { decidedRequest } from "../deciding/decided-request.ts";
import { certificateEffect } from "./certificate-effect.ts";

let town: TestDatabase;
let rue: Canteen;
let home: Household;
let asking: Asking;
beforeAll(async () => {
  town = await testDatabase();
  rue = await town.database.write((writes) => buildCanteen(writes, { dates: [], name: "Cantine – Rue" }));
  home = await town.database.write((writes) => buildHousehold(writes, { enrolledIn: [rue] }));
  asking = await askingOf(town, home, { model: "attestation", rights: ["bookings.read"] });
}, 60_000);
afterAll(() => town.close());

const enfant = () => home.children[0]?.id ?? newId<"participant">();

test("accepted, it certifies what the child is enrolled in that day, whatever changes afterwards", async () => {
  const requestId = await asking.send({ objet: "inscription", enfant: enfant() });
  expect(await asking.accept(requestId)).toEqual({ ok: true, value: null });
  await town.database.write((writes) =>
    writes.run("test_unenrol", `update enrolment set last_day = '2026-10-01' where household_id = $1`, [
      home.id,
    ]),
  );
  const certificate = await town.database.read((reads) => certificateOf(reads, requestId));
  expect(certificate).toMatchObject({ child: "Lina Lefebvre" });
  expect(certificate?.lines.map(({ activity, lastDay }) => [activity, lastDay.toString()])).toEqual([
    ["Cantine – Rue", "2027-07-02"],
  ]);
  if (certificate === undefined) return;
  const file = await certificateFile({ number: 12 }, certificate, { name: "CC Exemple" });
  expect(file).toMatchObject({ name: "attestation-inscription-12.pdf", type: "application/pdf" });
});

test("a child who is enrolled in nothing is not certified, and the agent reads why", async () => {
  const other = await town.database.write((writes) => buildHousehold(writes, { lastName: "Autre" }));
  const theirs = await askingOf(town, other, { model: "attestation", rights: ["bookings.read"] });
  const requestId = await theirs.send({ objet: "inscription", enfant: other.children[0]?.id ?? "" });
  expect(await theirs.accept(requestId)).toMatchObject({
    refusal: { code: "impossible", sentence: expect.stringContaining("inscrit à rien") },
  });
  expect(await town.database.read((reads) => certificateOf(reads, requestId))).toBeUndefined();
});

test("presences and payments lead to the page that certifies them at once", async () => {
  expect(certificateEffect.instead?.({ objet: "presence", annee: "2026" })?.href).toBe(
    "/presences/attestation/2026",
  );
  expect(certificateEffect.instead?.({ objet: "inscription" })).toBeUndefined();
  const requestId = await asking.send({ objet: "paiement", annee: "2026", enfant: enfant() });
  const shown = await town.database.read((reads) => decidedRequest(reads, asking.agent(), requestId));
  expect(shown?.consequences).toMatchObject([{ after: expect.stringContaining("fiscales") }]);
  expect(await asking.accept(requestId)).toEqual({ ok: true, value: null });
});
