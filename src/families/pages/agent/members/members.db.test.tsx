import { afterAll, beforeAll, expect, test } from "vitest";

import { parseId, type Id } from "#kernel";
import { testDatabase, type TestDatabase } from "#test";

import { agentWith, guardianOf } from "../../../../../test/builders/actors.ts";
import { newId } from "../../../../../test/builders/canteen.ts";
import { familyTown, wordsOf } from "../../../../../test/builders/family-town.tsx";
import { htmlOf } from "../../../../../test/builders/visit.tsx";
import { familiesRoutes } from "../../routes.ts";

let town: TestDatabase;
let at: Awaited<ReturnType<typeof familyTown>>;

beforeAll(async () => {
  town = await testDatabase();
  at = await familyTown(town, familiesRoutes);
}, 60_000);
afterAll(() => town.close());

type Body = Record<string, string>;
type Home = Id<"household">;
const reception = agentWith(["families.read", "families.write"]);
const send = (path: string, body: Body, household = "", actor = reception) =>
  at.ask("POST", `/agent/familles/${path}`, at.visit(actor), { params: { household }, body });
const child = (home: Home, body: Body) => send(":household/enfants/ajouter", { cle: newId(), ...body }, home);
const guardian = (home: Home, body: Body) =>
  send(":household/responsables/ajouter", { cle: newId(), ...body }, home);

async function newHome(body: Body): Promise<Home> {
  const answer = await send("nouveau", { cle: newId(), commune: "Rue", ...body });
  const id = answer.kind === "redirect" && /[0-9a-f-]{36}/.exec(answer.to)?.[0];
  const home = id ? parseId<"household">(id) : undefined;
  if (home === undefined) throw new Error(wordsOf(htmlOf(answer)));
  return home;
}

/** The words of a page that asks who it is, and the ids that it shows. */
async function question(answer: ReturnType<typeof send>) {
  const html = htmlOf(await answer);
  return { words: wordsOf(html), vus: /name="vus" value="([^"]*)"/.exec(html)?.[1] ?? "" };
}

/** « Zoé D'Halluin », for each child and adult of a household, as the database has them. */
const peopleOf = (home: Home) =>
  town.database.read(async (reads) => {
    const rows = await reads.rows<{ name: string }>(
      "test_people",
      `select p.first_name || coalesce(' ' || s.class_name, '') as name from household_participant hp
       join participant p on p.id = hp.participant_id
       left join schooling s on s.participant_id = p.id where household_id = $1
       union all
       select g.first_name from household_guardian hg join guardian g on g.id = hg.guardian_id
       where household_id = $1 order by 1`,
      [home],
    );
    return rows.map(({ name }) => name);
  });
const sees = async (home: Home) => {
  const actor = guardianOf({ id: home, label: "", guardians: [], children: [] });
  return wordsOf(htmlOf(await at.ask("GET", "/famille", at.visit(actor))));
};
const ZOE = { genre: "enfant", prenom: "Zoé", nom: "D'Halluin", naissance: "2018-05-04" };

test("separated parents, by hand: both households hold the child, neither sees the other", async () => {
  const mother = await newHome({ prenom: "Élodie", nom: "D'Halluin" });
  const father = await newHome({
    prenom: "Thomas",
    nom: "Bernard",
    commune: "Le Crotoy",
    adresse: "3 rue du moulin-secret",
    telephone: "+33 6 99 99 77 55",
    email: "Thomas.Secret@exemple.fr",
  });
  const sent = { cle: newId(), ...ZOE };
  for (const twice of [1, 2]) {
    expect([twice, await child(mother, sent)]).toEqual([
      twice,
      expect.objectContaining({ to: `/agent/familles/${mother}?fait=enfant#children` }),
    ]);
  }

  // Written otherwise, found all the same; nothing is written before the answer.
  const typed = { ...ZOE, prenom: "zoe", nom: "DHALLUIN" };
  const { words, vus } = await question(child(father, typed));
  expect(words).toMatch(
    /Est-ce la même personne \? .*Zoé D'Halluin, naissance le 04\/05\/2018, foyer D'Halluin \(Rue\)/,
  );
  expect(await peopleOf(father)).toEqual(["Thomas"]);
  expect((await question(child(father, { ...typed, vus }))).words).toContain(
    "Dites si c’est la même personne.",
  );
  expect(await child(father, { ...typed, vus, meme: vus })).toMatchObject({ kind: "redirect" });
  expect(await peopleOf(father)).toEqual(["Thomas", "Zoé"]);
  expect(await peopleOf(mother)).toEqual(["Zoé", "Élodie"]);

  expect(await sees(mother)).toMatch(/Zoé.*Élodie D'Halluin/);
  expect(await sees(mother)).not.toMatch(/Thomas|Bernard|Crotoy|secret|9977/i);
  expect(await sees(father)).toMatch(/Zoé.*moulin-secret.*Thomas Bernard/);
  expect(await sees(father)).not.toMatch(/Élodie/);
});

test("one adult in two households; somebody else of the same name is another person", async () => {
  const first = await newHome({ prenom: "Karim", nom: "Benali", foyer: "Benali, rue Haute" });
  await child(first, { genre: "enfant", prenom: "Inès", nom: "Benali", naissance: "2019-01-02" });
  const again = { cle: newId(), commune: "Quend", prenom: "Karim", nom: "BENALI" };
  const { words, vus } = await question(send("nouveau", again));
  expect(words).toContain("Karim Benali, foyer Benali, rue Haute (Rue)");
  const second = await newHome({ ...again, vus, meme: vus });
  const other = await newHome({ ...again, cle: newId(), vus, meme: "autre" });
  expect(await peopleOf(second)).toEqual(["Karim"]);
  const guardians = await town.database.read((reads) =>
    reads.rows<{ homes: number }>(
      "test_karims",
      `select count(*)::integer as homes from household_guardian hg join guardian g on g.id = hg.guardian_id
       where g.first_name = 'Karim' group by g.id order by 1`,
    ),
  );
  expect(guardians).toEqual([{ homes: 1 }, { homes: 2 }]);
  expect(other).not.toBe(second);

  // A second guardian, who comes with nothing asked; then the first household's, who is known under two files.
  expect(await guardian(other, { prenom: "Nora", nom: "Benali", civilite: "Mme" })).toMatchObject({
    to: `/agent/familles/${other}?fait=responsable#adults`,
  });
  const asked = await question(guardian(other, { prenom: "Karim", nom: "Benali" }));
  expect(asked.vus.split(" ")).toHaveLength(2);
  // An answer about one of them only does not create a third.
  expect((await question(guardian(other, { prenom: "Karim", nom: "Benali", vus, meme: "autre" }))).vus).toBe(
    asked.vus,
  );
});

test("a class of the register, an adult who attends, and the journal", async () => {
  const home = await newHome({ prenom: "Sophie", nom: "Duhamel" });
  const shown = await at.family({ lastName: "Inconnu", children: ["Léo"] });
  await town.database.write((writes) =>
    writes.run(
      "test_class",
      `insert into schooling (participant_id, school_year, school_name, class_name) values ($1, '2026-2027', 'École de Rue', 'CE1')`,
      [shown.children[0]?.id ?? ""],
    ),
  );
  const jules = { genre: "enfant", prenom: "Jules", nom: "Duhamel", naissance: "2018-05-12" };
  const page = htmlOf(
    await at.ask("GET", "/agent/familles/:household/enfants/ajouter", at.visit(reception), {
      params: { household: home },
    }),
  );
  const classe = /<option value="([^"]+)"[^>]*>École de Rue – CE1/.exec(page)?.[1] ?? "";
  await child(home, { ...jules, classe });
  await child(home, { genre: "adulte", prenom: "Sophie", nom: "Duhamel", naissance: "" });
  expect(await peopleOf(home)).toEqual(["Jules CE1", "Sophie", "Sophie"]);
  const acts = await town.database.read((reads) =>
    reads.rows<{ act: string }>(
      "test_acts",
      `select act from journal_entry where household_id = $1 order by act`,
      [home],
    ),
  );
  expect(acts.map(({ act }) => act)).toEqual([
    "families.guardian-joined",
    "families.household-created",
    "families.participant-added",
    "families.participant-added",
  ]);
});

test("what cannot be is told beside its field, with what was typed", async () => {
  const home = await newHome({ prenom: "Odile", nom: "Sueur" });
  const tom = { genre: "enfant", prenom: "Tom", nom: "Sueur" };
  const cases: readonly [Promise<Awaited<ReturnType<typeof send>>>, string][] = [
    [child(home, tom), "Écrivez la date de naissance de l’enfant."],
    [child(home, { ...tom, naissance: "2026-11-03" }), "Cette date est à venir"],
    [child(home, { ...tom, naissance: "0018-05-04" }), "à partir de 1900"],
    [
      child(home, { ...tom, naissance: "2018-05-04", classe: "Nulle|part" }),
      "Choisissez une classe de la liste.",
    ],
    [child(home, { ...tom, genre: "adulte", classe: "Nulle|part" }), "Une classe est pour un enfant"],
    [child(home, { ...tom, nom: "…", naissance: "2018-05-04" }), "Écrivez le nom de la personne."],
    [guardian(home, { prenom: "Tom", nom: "Sueur", telephone: "12" }), "Écrivez un numéro de téléphone"],
    [guardian(home, { prenom: "Tom", nom: "Sueur", email: "tom" }), "Écrivez une adresse électronique"],
    [send("nouveau", { cle: newId(), prenom: "Tom", nom: "Sueur" }), "Écrivez la commune."],
  ];
  for (const [answer, message] of cases) {
    const html = htmlOf(await answer);
    expect(wordsOf(html)).toContain(message);
    expect(html).toMatch(/name="prenom"[^>]*value="Tom"|value="Tom"[^>]*name="prenom"/);
  }
  expect(await peopleOf(home)).toEqual(["Odile"]);
  const reader = agentWith(["families.read"]);
  expect((await send("nouveau", { cle: newId() }, "", reader)).kind).toBe("not-found");
  expect((await child(newId<"household">(), { ...tom, naissance: "2018-05-04" })).kind).toBe("not-found");
});
