import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { testDatabase, type TestDatabase } from "#test";

import { agentWith, guardianOf } from "../../../../../test/builders/actors.ts";
import { newId } from "../../../../../test/builders/canteen.ts";
import { familyTown } from "../../../../../test/builders/family-town.tsx";
import type { Household } from "../../../../../test/builders/household.ts";
import { htmlOf } from "../../../../../test/builders/visit.tsx";
import { bookingsFamilyRoutes } from "../../family/routes.ts";
import { bookingsAgentRoutes } from "../routes.ts";

/** The scene is on Monday 2 November 2026 at 9 h: the meal of that Monday closed on Friday 30 October at 12 h. */
const TODAY = "2026-11-02";
const LATER = "2026-11-09";
const REASON = "Appel de la mère : enfant malade";

let town: TestDatabase;
let scene: Awaited<ReturnType<typeof familyTown>>;
let home: Household;

beforeAll(async () => {
  town = await testDatabase();
  scene = await familyTown(town, [...bookingsAgentRoutes(), ...bookingsFamilyRoutes()]);
  home = await scene.family();
});

afterAll(() => town.close());

const path = "/agent/familles/:household/planning";
const everywhere = agentWith(["bookings.write"]);

function form(date: string, motif?: string) {
  const [child] = home.children;
  if (child === undefined) throw new Error("The family has no child");
  const lignes = `${child.id} ${scene.rue.slotOn(date)}+`;
  return { cle: newId<"page">(), lignes, ...(motif === undefined ? {} : { motif }) };
}

const save = (actor: typeof everywhere, body: object, household: string = home.id, now?: Temporal.Instant) =>
  scene.ask("POST", `${path}/enregistrer`, scene.visit(actor, now), { params: { household }, body });

describe("an agent books for a family", () => {
  test("without a reason nothing is saved, and nothing that was written is lost", async () => {
    const answer = await save(everywhere, form(TODAY));
    expect(answer).toMatchObject({ kind: "page", status: 422 });
    expect(htmlOf(answer)).toContain("Écrivez le motif");
    expect(await scene.bookedDays(home)).toEqual([]);
  });

  test("after the deadline, with a reason that the family reads in its history", async () => {
    const answer = await save(everywhere, form(TODAY, REASON));
    expect(answer.kind).toBe("redirect");
    expect(await scene.bookedDays(home)).toHaveLength(1);
    const history = await scene.ask("GET", "/historique", scene.visit(guardianOf(home)), { query: {} });
    expect(htmlOf(history)).toContain(`Agent : Paul Martin – motif : ${REASON}`);
  });

  test("not where the family does not come", async () => {
    const answer = await save(agentWith(["bookings.write"], [newId<"site">()]), form(LATER, REASON));
    expect(answer.kind).toBe("not-found");
    expect(await scene.bookedDays(home)).toHaveLength(1);
  });

  test.each([
    ["an unknown family", everywhere, newId<"household">()],
    ["an agent who may only read", agentWith(["families.read", "bookings.read"]), null],
    ["the parent", null, null],
  ])("not for %s", async (_who, actor, household) => {
    const who = actor ?? guardianOf(home);
    expect((await save(who, form(LATER, REASON), household ?? home.id)).kind).toBe("not-found");
    const read = scene.ask("GET", path, scene.visit(who), {
      params: { household: household ?? home.id },
      query: {},
    });
    expect((await read).kind).toBe("not-found");
  });

  test("the planning says for whom, and opens what the deadline has closed", async () => {
    const answer = await scene.ask("GET", path, scene.visit(everywhere), {
      params: { household: home.id },
      query: {},
    });
    const html = htmlOf(answer);
    expect(html).toContain("Vous réservez pour la famille");
    expect(html).toContain(`${scene.rue.slotOn(TODAY)}-`);
  });
});

test("a full day is waited for, or booked over its places where the agent says so", async () => {
  const full = await scene.canteen({ name: "Quend", places: 1 });
  const first = await scene.family({ enrolledIn: [full], lastName: "Premier" });
  const second = await scene.family({ enrolledIn: [full], lastName: "Second" });
  const asked = (household: typeof first, sign: string) => ({
    cle: newId<"page">(),
    lignes: `${household.children[0]?.id ?? ""} ${full.slotOn(LATER)}${sign}`,
    motif: REASON,
  });
  await save(everywhere, asked(first, "+"), first.id);
  const shown = await scene.ask("GET", path, scene.visit(everywhere), {
    params: { household: second.id },
    query: { mois: LATER.slice(0, 7) },
  });
  expect(htmlOf(shown)).toContain(`${full.slotOn(LATER)}~`);
  const checked = await scene.ask("POST", `${path}/verifier`, scene.visit(everywhere), {
    params: { household: second.id },
    body: asked(second, "~"),
  });
  expect(htmlOf(checked)).toContain("Réserver même si c’est complet");
  await save(everywhere, asked(second, "~"), second.id);
  expect(await scene.bookedDays(second)).toEqual([]);
  await save(everywhere, { ...asked(second, "~"), "au-dela": "1" }, second.id);
  expect(await scene.bookedDays(second)).toHaveLength(1);
});

test("a place that is offered is taken or left for a family that calls", async () => {
  const full = await scene.canteen({ name: "Nouvion", places: 1 });
  const holder = await scene.family({ enrolledIn: [full], lastName: "Partant" });
  const waiting = await scene.family({ enrolledIn: [full], lastName: "Attente" });
  const next = await scene.family({ enrolledIn: [full], lastName: "Suivant" });
  const asked = (household: typeof holder, sign: string) => ({
    cle: newId<"page">(),
    lignes: `${household.children[0]?.id ?? ""} ${full.slotOn(LATER)}${sign}`,
    motif: REASON,
  });
  await save(everywhere, asked(holder, "+"), holder.id);
  await save(everywhere, asked(waiting, "~"), waiting.id);
  await save(everywhere, asked(next, "~"), next.id, Temporal.Instant.from(`${TODAY}T08:01:00Z`));
  await save(everywhere, asked(holder, "-"), holder.id);
  const see = async (household: typeof holder) =>
    htmlOf(
      await scene.ask("GET", path, scene.visit(everywhere), {
        params: { household: household.id },
        query: {},
      }),
    );
  const shown = await see(waiting);
  expect(shown).toContain("Places proposées à cette famille");
  expect(shown).toMatch(/Laisser la place/);
  expect(await see(next)).not.toContain("Places proposées à cette famille");
  const left = `${waiting.children[0]?.id ?? ""} ${full.slotOn(LATER)}?`;
  expect(shown).toContain(`value="${left}"`);
  const checked = await scene.ask("POST", `${path}/verifier`, scene.visit(everywhere), {
    params: { household: waiting.id },
    body: asked(waiting, "?"),
  });
  expect(checked).toMatchObject({ kind: "page", status: 200 });
  expect((await save(everywhere, asked(waiting, "?"), waiting.id)).kind).toBe("redirect");
  expect(await see(waiting)).not.toContain("Places proposées à cette famille");
  expect(await see(next)).toContain("Prendre la place");
});

test("after the deadline an agent says who a cancellation comes from, and it is kept; before it, nothing is asked", async () => {
  const family = await scene.family({ lastName: "Tardif" });
  const asked = (date: string, more: object = {}) => ({
    cle: newId<"page">(),
    lignes: `${family.children[0]?.id ?? ""} ${scene.rue.slotOn(date)}-`,
    motif: REASON,
    ...more,
  });
  const book = { cle: newId<"page">(), motif: REASON };
  for (const date of [TODAY, LATER])
    await save(
      everywhere,
      { ...book, ...asked(date), lignes: asked(date).lignes.replace(/-$/, "+") },
      family.id,
    );
  const check = (body: object) =>
    scene.ask("POST", `${path}/verifier`, scene.visit(everywhere), {
      params: { household: family.id },
      body,
    });
  expect(htmlOf(await check(asked(LATER)))).not.toContain("De qui vient cette annulation");
  const html = htmlOf(await check(asked(TODAY)));
  expect(html).toContain("De qui vient cette annulation");
  expect(html).not.toMatch(/name="origine"[^>]*checked/);
  const refused = await save(everywhere, asked(TODAY), family.id);
  expect(refused).toMatchObject({ kind: "page", status: 422 });
  expect(htmlOf(refused)).toContain("Dites de qui vient cette annulation");
  expect((await save(everywhere, asked(TODAY, { origine: "authority" }), family.id)).kind).toBe("redirect");
  const causes = await town.database.read((reads) =>
    reads.rows(
      "test_late_causes",
      `select c.cause from late_cancellation c join booking b on b.id = c.booking_id where b.household_id = $1`,
      [family.id],
    ),
  );
  expect(causes).toEqual([{ cause: "authority" }]);
});

test("where the rules let it, a family reads what cancelling late costs before it is done", async () => {
  const late = await scene.canteen({ name: "Favières" });
  const family = await scene.family({ enrolledIn: [late], lastName: "Pressé" });
  const lines = (sign: string) => `${family.children[0]?.id ?? ""} ${late.slotOn(TODAY)}${sign}`;
  await save(everywhere, { cle: newId<"page">(), lignes: lines("+"), motif: REASON }, family.id);
  const send = (more: object) =>
    scene.ask("POST", "/planning/enregistrer", scene.visit(guardianOf(family)), {
      body: { cle: newId<"page">(), lignes: lines("-"), ...more },
    });
  // Refused as it always was, line by line, on the receipt.
  expect((await send({})).kind).toBe("redirect");
  expect(await scene.bookedDays(family)).toHaveLength(1);
  await town.database.write((writes) =>
    writes.run(
      "test_late_family",
      `insert into place_rule (activity_id, valid_from, waiting_list, waiting_order, answer_minutes, late_cancellation)
       values ($1, '2026-01-01', true, 'date', 1440, true)`,
      [late.activityId],
    ),
  );
  const planning = await scene.ask("GET", "/planning", scene.visit(guardianOf(family)), { query: {} });
  expect(htmlOf(planning)).toContain("Annulable hors délai jusqu’au");
  const shown = await send({});
  expect(shown).toMatchObject({ kind: "page", status: 200 });
  expect(htmlOf(shown)).toContain("Vous annulez après le délai");
  expect(htmlOf(shown)).toContain('name="tard"');
  expect(await scene.bookedDays(family)).toHaveLength(1);
  expect((await send({ tard: "1" })).kind).toBe("redirect");
  expect(await scene.bookedDays(family)).toEqual([]);
});
