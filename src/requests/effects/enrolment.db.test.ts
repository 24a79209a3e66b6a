import { documentKinds } from "#documents";
import type { Id } from "#kernel";
import { testDatabase, type TestDatabase } from "#test";
import { afterAll, beforeAll, expect, test } from "vitest";

import { newId } from "../../../test/builders/canteen.ts";
import { enrolmentTown } from "../../../test/builders/enrolment-town.ts";
import type { Household } from "../../../test/builders/household.ts";
import { askingOf, keptDocument, type Asking } from "../../../test/builders/request.ts";
import { decidedRequest } from "../deciding/decided-request.ts";
import { filledRequest } from "../filling/filled-request.ts";
import { submitRequest } from "../filling/submit-request.ts";
import { askedSteps } from "../rules/form-walk.ts";

const INSURANCE = "Attestation d’assurance";

let town: TestDatabase;
let at: Awaited<ReturnType<typeof enrolmentTown>>;
beforeAll(async () => {
  town = await testDatabase();
  at = await enrolmentTown(town);
}, 60_000);
afterAll(() => town.close());

interface Home {
  readonly home: Household;
  readonly asking: Asking;
  readonly answers: { enfant: string; saison: string; rythme: string };
}

/** A family whose child is enrolled nowhere, and the canteen of Rue where agents enrol. */
async function asker(): Promise<Home> {
  const home = await at.stranger();
  const asking = await askingOf(town, home, { model: "inscription", rights: ["bookings.write"] });
  return {
    home,
    asking,
    answers: { enfant: at.firstChild(home), saison: at.rue.seasonId, rythme: "regulier" },
  };
}

const stepsOf = async ({ asking }: Home, requestId: Id<"request">) => {
  const filled = await town.database.read((reads) => filledRequest(reads, asking.family(), requestId));
  if (filled === undefined) throw new Error("Not found");
  return askedSteps(filled.form, filled.request.answers).map(({ title }) => title);
};

test("accepting enrols, from that day to the end of the season; whoever asked pays, and twice is once", async () => {
  await at.rule([], false);
  const one = await asker();
  const requestId = await one.asking.send(one.answers);
  expect(await at.kept(one.home)).toEqual([]);
  const formKey = newId<"form">();
  expect(await one.asking.accept(requestId, { formKey })).toEqual({ ok: true, value: null });
  expect(await one.asking.accept(requestId, { formKey })).toEqual({ ok: true, value: null });
  const kept = await at.kept(one.home);
  expect(kept.map(({ firstDay, lastDay, regular }) => `${firstDay} ${lastDay} ${regular}`)).toEqual([
    "2026-12-10 2027-07-02 true",
  ]);
});

test("a document that the service asks for is a page of the form where it lacks, and is not asked for where it is kept", async () => {
  await at.rule([{ kind: "document", document: INSURANCE }], false);
  const one = await asker();
  const draft = await one.asking.begin(one.answers);
  expect(await stepsOf(one, draft)).toContain(INSURANCE);
  expect(await submitRequest(one.asking.family(), draft)).toMatchObject({
    refusal: { code: "unfinished" },
  });
  const kinds = await town.database.read(documentKinds);
  const kindId = kinds.find(({ label }) => label === INSURANCE)?.kindId ?? "";
  const version = await keptDocument(town, one.home, INSURANCE, at.firstChild(one.home));
  expect(await stepsOf(one, draft)).not.toContain(INSURANCE);
  const sent = await one.asking.send({ ...one.answers, [`d-${kindId}`]: version });
  expect(await stepsOf(one, sent)).toContain(INSURANCE);
  expect(await one.asking.accept(sent)).toEqual({ ok: true, value: null });
  expect(await at.kept(one.home)).toHaveLength(1);
});

test("a condition that is not met is shown, and enrols nobody; a page shown before it changed decides nothing", async () => {
  await at.rule([], false);
  const one = await asker();
  const requestId = await one.asking.send(one.answers);
  const shown = await town.database.read((reads) => decidedRequest(reads, one.asking.agent(), requestId));
  await at.rule([{ kind: "audience", who: "adults" }], false);
  expect(await one.asking.accept(requestId, { seen: shown?.seen ?? "" })).toEqual({
    ok: false,
    refusal: { code: "changed-since" },
  });
  const now = await town.database.read((reads) => decidedRequest(reads, one.asking.agent(), requestId));
  expect(now?.consequences.map((line) => line.now)).toEqual([
    "Pas d’inscription",
    "Réservé aux adultes : Lina est un enfant.",
  ]);
  expect(await one.asking.accept(requestId)).toMatchObject({ refusal: { code: "impossible" } });
  expect(await at.kept(one.home)).toEqual([]);
});

test("a refusal enrols nobody; a child of another household and a season that families enrol in are no answers", async () => {
  await at.rule([], false);
  const [one, other] = [await asker(), await asker()];
  const refused = await one.asking.send(one.answers);
  expect(await one.asking.refuse(refused, "Le service est complet.")).toEqual({ ok: true, value: null });
  const foreign = await one.asking.begin({ ...one.answers, enfant: other.answers.enfant });
  expect(await submitRequest(one.asking.family(), foreign)).toMatchObject({
    refusal: { code: "unfinished", step: "enfant" },
  });
  await at.rule([], true);
  const byFamily = await one.asking.begin(one.answers);
  expect(await submitRequest(one.asking.family(), byFamily)).toMatchObject({
    refusal: { code: "unfinished", step: "saison" },
  });
  expect(await at.kept(one.home)).toEqual([]);
});
