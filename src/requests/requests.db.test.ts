import type { GuardianVisit, SignedInVisit } from "#identity";
import type { Id } from "#kernel";
import { testDatabase, type TestDatabase } from "#test";
import { afterAll, beforeAll, expect, test } from "vitest";

import { LEGAL_WORDS } from "../../test/bad-input/request-town.ts";
import { agentWith, guardianOf } from "../../test/builders/actors.ts";
import { newId } from "../../test/builders/canteen.ts";
import { buildHousehold, type Household } from "../../test/builders/household.ts";
import { visitTo } from "../../test/builders/visit.tsx";
import { acceptRequest, agentAct, type Acceptance } from "./deciding/agent-act.ts";
import { decidedRequest } from "./deciding/decided-request.ts";
import { filledRequest } from "./filling/filled-request.ts";
import { saveAnswers } from "./filling/save-answers.ts";
import { startRequest } from "./filling/start-request.ts";
import { submitRequest } from "./filling/submit-request.ts";
import { expireDraftsJob } from "./following/expire-drafts.ts";
import { familyAct } from "./following/family-act.ts";
import { changeKind, publishKind, withdrawKind } from "./kinds/change-kind.ts";
import { requestKind } from "./kinds/kind-queries.ts";
import { openKind } from "./kinds/open-kind.ts";
import { submissionsOf } from "./request-queries.ts";

let town: TestDatabase;
let home: Household;
let kindId: Id<"request-kind">;
beforeAll(async () => {
  town = await testDatabase();
  home = await town.database.write((writes) => buildHousehold(writes, { guardians: ["Claire", "Marc"] }));
  kindId = await published();
});
afterAll(() => town.close());

const at = (moment: string) => Temporal.Instant.from(`${moment}T09:00:00Z`);
const claire = (now = at("2026-12-01")): GuardianVisit => ({
  ...visitTo(town),
  now,
  actor: guardianOf(home),
});
const agent = (rights: readonly string[] = ["requests.write", "families.write"]): SignedInVisit => ({
  ...visitTo(town),
  now: at("2026-12-10"),
  actor: agentWith(rights),
});
const rows = (name: string, sql: string, parameters: readonly string[] = []) =>
  town.database.read((reads) => reads.rows<Record<string, unknown>>(name, sql, parameters));
const move = (name: string, sql: string, parameters: readonly string[] = []) =>
  town.database.write((writes) => writes.run(name, sql, parameters));

async function published(): Promise<Id<"request-kind">> {
  const id = newId<"request-kind">();
  await openKind(agent(), id, "coordonnees");
  await changeKind(agent(), id, (kind) => ({ ...kind, ...LEGAL_WORDS }));
  expect(await publishKind(agent(), id)).toEqual({ ok: true, value: null });
  return id;
}

const CONTACT = { quoi: "contact", portable: "0612345678", email: "claire@exemple.fr" };

async function drafted(visit = claire(), kind = kindId): Promise<Id<"request">> {
  const begun = { formKey: newId<"form">(), kindId: kind, householdId: home.id };
  const started = await startRequest(visit, begun);
  expect(await startRequest(visit, begun)).toEqual(started);
  if (!started.ok) throw new Error(started.refusal.code);
  const requestId = started.value;
  await saveAnswers(visit, requestId, CONTACT);
  return requestId;
}

async function sent(visit = claire()): Promise<Id<"request">> {
  const requestId = await drafted(visit);
  expect(await submitRequest(visit, requestId)).toEqual({ ok: true, value: null });
  return requestId;
}

async function acceptance(requestId: Id<"request">, more: Partial<Acceptance> = {}): Promise<Acceptance> {
  const shown = await town.database.read((reads) => decidedRequest(reads, agent(), requestId));
  const seen = shown?.seen ?? "";
  return { formKey: newId<"form">(), seen, overConflicts: false, said: "", ...more };
}

const stateOf = async (requestId: Id<"request">) =>
  (await rows("test_state", "select state from request where id = $1", [requestId]))[0]?.["state"];
const mobileOf = async () =>
  (
    await rows("test_mobile", "select phone_mobile from guardian where id = $1", [
      home.guardians[0]?.id ?? "",
    ])
  )[0]?.["phone_mobile"];

test("a request is sent once, acknowledged with its dates, and accepting it writes the file, once", async () => {
  const requestId = await sent();
  expect(await submitRequest(claire(), requestId)).toEqual({ ok: true, value: null });
  const submissions = await town.database.read((reads) => submissionsOf(reads, requestId));
  expect(submissions).toHaveLength(1);
  expect(submissions[0]?.silenceOn.toString()).toBe("2027-02-01");
  expect(submissions[0]?.expectedOn.toString()).toBe("2026-12-16");
  // The address was not asked for: it is not sent, though the draft was filled in with it.
  expect(Object.keys(submissions[0]?.answers ?? {})).not.toContain("commune");
  expect(submissions[0]?.answers).toMatchObject(CONTACT);

  const accepted = await acceptance(requestId);
  const both = await Promise.all([
    acceptRequest(agent(), requestId, accepted),
    acceptRequest(agent(), requestId, accepted),
  ]);
  expect(both).toEqual([
    { ok: true, value: null },
    { ok: true, value: null },
  ]);
  expect([await stateOf(requestId), await mobileOf()]).toEqual(["accepted", "0612345678"]);
  const acts = await rows("test_acts", "select act from request_history where request_id = $1 order by id", [
    requestId,
  ]);
  expect(acts.map(({ act }) => act)).toEqual(["submit", "accept"]);
  const again = await acceptRequest(agent(), requestId, { ...accepted, formKey: newId<"form">() });
  expect(again).toEqual({ ok: false, refusal: { code: "not-now" } });
  expect(await familyAct(claire(), requestId, { act: "withdraw", formKey: newId<"form">() })).toEqual({
    ok: false,
    refusal: { code: "not-now" },
  });
});

test("what is decided or taken back is not sent again, and nothing is kept of the attempt", async () => {
  for (const end of ["accept", "withdraw"] as const) {
    const requestId = await sent();
    if (end === "accept") await acceptRequest(agent(), requestId, await acceptance(requestId));
    else await familyAct(claire(), requestId, { act: "withdraw", formKey: newId<"form">() });
    const again = await submitRequest(claire(at("2026-12-12")), requestId);
    expect(again).toEqual({ ok: false, refusal: { code: "not-now" } });
    expect(await town.database.read((reads) => submissionsOf(reads, requestId))).toHaveLength(1);
  }
});

test("what somebody changed meanwhile is shown before it is overwritten, and nothing is half written", async () => {
  const requestId = await drafted();
  await saveAnswers(claire(), requestId, { portable: "0699999999" });
  await submitRequest(claire(), requestId);
  const older = await acceptance(requestId);
  await move("test_meanwhile", "update guardian set phone_mobile = '0688888888' where id = $1", [
    home.guardians[0]?.id ?? "",
  ]);
  const refused = await acceptRequest(agent(), requestId, older);
  expect(refused).toEqual({ ok: false, refusal: { code: "changed-since" } });
  const blind = await acceptRequest(agent(), requestId, await acceptance(requestId));
  expect(blind).toEqual({ ok: false, refusal: { code: "conflict" } });
  expect([await stateOf(requestId), await mobileOf()]).toEqual(["submitted", "0688888888"]);
  const seen = await acceptRequest(agent(), requestId, await acceptance(requestId, { overConflicts: true }));
  expect([seen.ok, await mobileOf()]).toEqual([true, "0699999999"]);
});

test("what was missing is sent again: the delay begins anew where silence accepts", async () => {
  const requestId = await sent();
  const asked = { act: "ask", formKey: newId<"form">(), said: "L’e-mail ?" } as const;
  await agentAct(agent(), requestId, { ...asked, replyBy: Temporal.PlainDate.from("2026-12-24") });
  expect(await stateOf(requestId)).toBe("more_needed");
  await saveAnswers(claire(), requestId, { email: "autre@exemple.fr" });
  // Until it is sent, agents read what was sent first.
  const before = await town.database.read((reads) => decidedRequest(reads, agent(), requestId));
  expect(before?.submission.answers["email"]).toBe("claire@exemple.fr");
  await submitRequest(claire(at("2026-12-20")), requestId);
  const [last] = await town.database.read((reads) => submissionsOf(reads, requestId));
  expect([await stateOf(requestId), last?.number, last?.silenceOn.toString()]).toEqual([
    "under_review",
    2,
    "2027-02-20",
  ]);
});

test("the other adult of the household, and agents without the right of the effect, find nothing", async () => {
  const requestId = await sent();
  const [, marc] = home.guardians;
  const own = claire().actor;
  const other: GuardianVisit = {
    ...claire(),
    actor: { ...own, guardian: { ...own.guardian, id: marc?.id ?? newId() } },
  };
  const found = await town.database.read((reads) => filledRequest(reads, other, requestId));
  expect(found).toBeUndefined();
  const withdrawn = await familyAct(other, requestId, { act: "withdraw", formKey: newId<"form">() });
  expect(withdrawn.ok).toBe(false);
  expect((await saveAnswers(other, requestId, { email: "" })).ok).toBe(false);
  expect(await submitRequest(other, requestId)).toEqual({ ok: false, refusal: { code: "unknown" } });
  const reader = agent(["requests.write", "families.read"]);
  expect(await town.database.read((reads) => decidedRequest(reads, reader, requestId))).toBeUndefined();
  const refuse = { act: "refuse", formKey: newId<"form">(), said: "Non.", appeal: "Le tribunal." } as const;
  expect((await agentAct(reader, requestId, refuse)).ok).toBe(false);
  expect(await stateOf(requestId)).toBe("submitted");
});

test("a form that is published anew, or a kind that closes, under a family that is filling it in loses nothing", async () => {
  const kind = await published();
  const begun = await drafted(claire(), kind);
  await move(
    "test_edit",
    `update request_kind set edited_form = jsonb_set(edited_form, '{steps,0,title}', '"Quoi donc ?"') where id = $1`,
    [kind],
  );
  await publishKind(agent(), kind);
  await publishKind(agent(), kind);
  const formOf = async (id: Id<"request">) =>
    (await town.database.read((reads) => filledRequest(reads, claire(), id)))?.form.steps[0]?.title;
  expect(await formOf(begun)).toBe("Que voulez-vous changer ?");
  expect(await formOf(await drafted(claire(), kind))).toBe("Quoi donc ?");
  expect((await town.database.read((reads) => requestKind(reads, kind)))?.formNumber).toBe(2);

  await withdrawKind(agent(), kind);
  expect(await submitRequest(claire(), begun)).toEqual({ ok: false, refusal: { code: "closed" } });
  const kept = await town.database.read((reads) => filledRequest(reads, claire(), begun));
  expect(kept?.request.answers["portable"]).toBe("0612345678");
});

test("a kind without what the law wants is not published, whoever writes", async () => {
  const id = newId<"request-kind">();
  await openKind(agent(), id, "question");
  const refused = await publishKind(agent(), id);
  expect(refused).toMatchObject({ ok: false, refusal: { code: "lacks-settings" } });
  const forced = move(
    "test_force",
    "update request_kind set form_id = (select id from request_form limit 1) where id = $1",
    [id],
  );
  await expect(forced).rejects.toThrow(/request_kind_published/);
  const taken = await changeKind(agent(), kindId, (kind) => ({ ...kind, silence: null }));
  expect(taken).toEqual({ ok: false, refusal: { code: "lacks-settings", settings: ["silence"] } });
});

test("a draft that is given up, or that nobody touches, is forgotten; what was sent stays", async () => {
  const [left, old, waiting] = [await drafted(), await drafted(claire(at("2026-05-01"))), await sent()];
  await familyAct(claire(), left, { act: "abandon", formKey: newId<"form">() });
  await expireDraftsJob.run({ authority: town.authority, database: town.database, now: at("2026-12-01") });
  const found = await rows(
    "test_forgotten",
    `select state, answers = '{}' as forgotten from request where id = any ($1::uuid[]) order by state`,
    [`{${left},${old},${waiting}}`],
  );
  expect(found).toEqual([
    { state: "expired", forgotten: true },
    { state: "submitted", forgotten: false },
    { state: "withdrawn", forgotten: true },
  ]);
});
