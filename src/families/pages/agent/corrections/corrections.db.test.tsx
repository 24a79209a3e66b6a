import { afterAll, beforeAll, expect, test } from "vitest";

import { testDatabase, type TestDatabase } from "#test";

import { agentWith } from "../../../../../test/builders/actors.ts";
import { familyTown, wordsOf } from "../../../../../test/builders/family-town.tsx";
import type { Household } from "../../../../../test/builders/household.ts";
import { announced } from "../../../../../test/builders/letters.ts";
import { htmlOf } from "../../../../../test/builders/visit.tsx";
import { familiesRoutes } from "../../routes.ts";

let town: TestDatabase;
let at: Awaited<ReturnType<typeof familyTown>>;
let home: Household;

beforeAll(async () => {
  town = await testDatabase();
  at = await familyTown(town, familiesRoutes);
  home = await at.family({ guardians: ["Claire", "Marc"], children: ["Lina"] });
}, 60_000);
afterAll(() => town.close());

const agent = agentWith(["families.read", "families.write"]);
const claire = () => home.guardians[0]?.id ?? "";
const lina = () => home.children[0]?.id ?? "";
const PATHS = {
  home: "/agent/familles/:household/corriger",
  adult: "/agent/familles/:household/responsables/:record/corriger",
  child: "/agent/familles/:household/enfants/:record/corriger",
  school: "/agent/familles/:household/enfants/:record/ecole/:annee",
} as const;

/** The form as the page shows it, with these fields changed. */
async function formOf(path: string, record: string, changes: Record<string, string>) {
  const params = { household: home.id, ...(path === PATHS.home ? {} : { record }) };
  const html = htmlOf(await at.ask("GET", path, at.visit(agent), { params }));
  const fields: Record<string, string> = {};
  for (const [tag] of html.matchAll(/<input[^>]*>/g)) {
    const name = /name="([^"]+)"/.exec(tag)?.[1];
    if (name !== undefined) fields[name] = /value="([^"]*)"/.exec(tag)?.[1] ?? "";
  }
  return { ...fields, ...changes };
}
const post = (path: string, record: string, body: Record<string, string>, actor = agent) =>
  at.ask("POST", path, at.visit(actor), {
    params: { household: home.id, ...(path === PATHS.home ? {} : { record }) },
    body,
  });
const cells = (table: "guardian" | "participant" | "household", id: string) =>
  town.database.read((reads) =>
    reads.row<Record<string, string>>(`test_cells_${table}`, `select * from ${table} where id = $1`, [id]),
  );

test("an address is shown before and after, then written once, with a line in the journal", async () => {
  const body = await formOf(PATHS.home, "", { adresse: "4 rue du Phare", commune: "Le Crotoy" });
  const check = wordsOf(htmlOf(await post(PATHS.home, "", body)));
  expect(check).toMatch(/Adresse .* 4 rue du Phare/);
  expect(check).toContain("Le Crotoy");
  // Residence decides prices and conditions: whoever corrects the commune is told so first.
  const warned = /les prix et les conditions d’inscription de cette famille peuvent changer dès le/;
  expect(check).toMatch(warned);
  const street = await formOf(PATHS.home, "", { adresse: "4 rue du Phare" });
  expect(wordsOf(htmlOf(await post(PATHS.home, "", street)))).not.toMatch(warned);
  expect(await cells("household", home.id)).not.toMatchObject({ commune: "Le Crotoy" });
  const saved = await post(PATHS.home, "", { ...body, confirme: "oui" });
  expect(saved).toMatchObject({ to: `/agent/familles/${home.id}?fait=correction#adults` });
  expect(await post(PATHS.home, "", { ...body, confirme: "oui" })).toEqual(saved);
  expect(await cells("household", home.id)).toMatchObject({
    address_line: "4 rue du Phare",
    commune: "Le Crotoy",
  });
  const journal = await town.database.read((reads) =>
    reads.rows<{ facts: unknown }>(
      "test_correction_lines",
      `select facts from journal_entry where act = 'families.household-corrected'`,
    ),
  );
  expect(journal).toEqual([{ facts: { fields: ["street", "commune"] } }]);
});

test("a page that another agent's correction made old is refused, and writes nothing", async () => {
  const old = await formOf(PATHS.child, lina(), { prenom: "Léna" });
  const other = await formOf(PATHS.child, lina(), { naissance: "2018-02-03", confirme: "oui" });
  expect((await post(PATHS.child, lina(), other)).kind).toBe("redirect");
  const refused = await post(PATHS.child, lina(), { ...old, confirme: "oui" });
  expect(refused).toMatchObject({ kind: "refusal", refusal: { status: 409 } });
  expect(await cells("participant", lina())).toMatchObject({ first_name: "Lina" });
});

test("what cannot be is told beside its field", async () => {
  const none = await formOf(PATHS.child, lina(), { naissance: "" });
  expect(wordsOf(htmlOf(await post(PATHS.child, lina(), none)))).toContain(
    "Écrivez la date de naissance de l’enfant.",
  );
  const late = await formOf(PATHS.child, lina(), { naissance: "2026-12-24", confirme: "oui" });
  expect(wordsOf(htmlOf(await post(PATHS.child, lina(), late)))).toContain("Cette date est à venir");
  const phone = await formOf(PATHS.adult, claire(), { portable: "12" });
  expect(wordsOf(htmlOf(await post(PATHS.adult, claire(), phone)))).toContain(
    "Écrivez un numéro de téléphone",
  );
  const paired = await formOf(PATHS.adult, claire(), { portable: "0639981077" });
  expect(wordsOf(htmlOf(await post(PATHS.adult, claire(), paired)))).toMatch(/06\s39\s98\s10\s77/);
  expect((await post(PATHS.adult, lina(), phone)).kind).not.toBe("redirect");
  expect((await post(PATHS.adult, claire(), phone, agentWith(["families.read"]))).kind).toBe("not-found");
});

test("another e-mail address is announced, with both", async () => {
  const [adult] = home.guardians;
  if (adult === undefined) throw new Error("nobody");
  await post(
    PATHS.adult,
    adult.id,
    await formOf(PATHS.adult, adult.id, { email: "apres@exemple.fr", confirme: "oui" }),
  );
  expect(await announced(town, "families.emailChanged")).toEqual([
    expect.objectContaining({ guardian: adult.id, after: "apres@exemple.fr" }),
  ]);
});

test("a child's class of this school year and of the next is corrected, with a line in the journal", async () => {
  const visit = (annee: string) => ({ params: { household: home.id, record: lina(), annee } });
  const form = { ecole: "École de Quend", niveau: "CE2", classe: "CE2 - Mme Roy" };
  const ask = (annee: string, method: "GET" | "POST", body = {}) =>
    at.ask(method, PATHS.school, at.visit(agent), { ...visit(annee), body });
  const child = htmlOf(await at.ask("GET", PATHS.child, at.visit(agent), visit("2026-2027")));
  expect(child).toContain(`/agent/familles/${home.id}/enfants/${lina()}/ecole/2027-2028`);
  for (const annee of ["2026-2027", "2027-2028"]) {
    const vu = /name="vu" value="([^"]*)"/.exec(htmlOf(await ask(annee, "GET")))?.[1] ?? "";
    expect(wordsOf(htmlOf(await ask(annee, "POST", { ...form, vu })))).toContain("École de Quend");
    expect(await ask(annee, "POST", { ...form, vu, confirme: "oui" })).toMatchObject({ kind: "redirect" });
  }
  expect((await ask("2025-2026", "GET")).kind).toBe("not-found");
  expect((await ask("2028-2029", "POST", { ...form, confirme: "oui" })).kind).toBe("not-found");
  expect(
    await town.database.read((reads) =>
      reads.rows(
        "test_lina_classes",
        `select * from schooling where participant_id = $1 order by school_year`,
        [lina()],
      ),
    ),
  ).toMatchObject([
    { school_year: "2026-2027", school_name: "École de Quend", level: "CE2", class_name: "CE2 - Mme Roy" },
    { school_year: "2027-2028", school_name: "École de Quend" },
  ]);
  const journal = await town.database.read((reads) =>
    reads.rows<{ facts: unknown }>(
      "test_class_lines",
      `select facts from journal_entry where act = 'families.participant-corrected' and facts ? 'schoolYear' order by id`,
    ),
  );
  expect(journal[1]).toMatchObject({ facts: { schoolYear: "2027-2028" } });
});
