import { afterAll, beforeAll, expect, test } from "vitest";

import type { SignedIn } from "#identity";
import type { Answer } from "#platform";
import { testDatabase, type TestDatabase } from "#test";

import { agentWith, guardianOf } from "../../../../../test/builders/actors.ts";
import { newId } from "../../../../../test/builders/canteen.ts";
import { centreTown, later, lineOf } from "../../../../../test/builders/centre-town.ts";
import { wordsOf } from "../../../../../test/builders/family-town.tsx";
import { buildHousehold } from "../../../../../test/builders/household.ts";
import { htmlOf, sent, visitTo } from "../../../../../test/builders/visit.tsx";
import { hasContracts } from "../../../contracts/contract-queries.ts";
import { noContractPrices } from "../../../contracts/contract-price.ts";
import { contractsRoute } from "../../family/contracts/route.ts";
import { contractRoutes } from "./routes.ts";

let town: TestDatabase;
let at: Awaited<ReturnType<typeof nursery>>;
beforeAll(async () => {
  town = await testDatabase();
  at = await nursery();
}, 60_000);
afterAll(() => town.close());

const LIST = "/agent/familles/:household/contrats";
const agent = agentWith(["bookings.write"]);

/** A nursery of one place by half-hours, a family, another that has Tuesday, and the child's other home. */
async function nursery() {
  const places = centreTown(town);
  const centre = await places.centre({
    units: [{ name: "Accueil", from: 480, to: 600, hourStep: 30 }],
    shares: [480, 510, 540, 570].map((from) => ({ from, to: from + 30, places: 1 })),
  });
  const home = await places.family(centre);
  const stranger = await places.family(centre, { lastName: "Autre" });
  const tuesday = centre.slotOf("Accueil", "2026-11-17");
  await places.send(stranger, [lineOf("book", stranger, tuesday, { hours: { from: 510, to: 600 } })]);
  const father = await town.database.write((writes) =>
    buildHousehold(writes, { lastName: "Bernard", children: [], sharedChildren: home.children }),
  );
  const enrolled = await town.database.read((reads) =>
    reads.row<{ inscription: string; prestation: string }>(
      "test_care_place",
      `select e.id as inscription, u.id as prestation from enrolment e join unit u using (activity_id)
       where e.household_id = $1`,
      [home.id],
    ),
  );
  if (enrolled === undefined) throw new Error("Nobody is enrolled");
  return { centre, home, stranger, father, enrolled };
}

async function ask(
  method: "GET" | "POST",
  path: string,
  raw: { query?: object; body?: object; contract?: string; now?: string } = {},
  actor: SignedIn = agent,
): Promise<Answer> {
  const route = [...contractRoutes(noContractPrices), contractsRoute(noContractPrices)].find(
    (known) => known.method === method && known.path === path,
  );
  if (route === undefined) throw new Error(`No route ${method} ${path}`);
  const params = { household: at.home.id, contract: raw.contract };
  return route.handle(
    visitTo(town, { actor, now: raw.now === undefined ? later(0) : Temporal.Instant.from(raw.now) }),
    sent({ ...raw, params }),
  );
}
const statusOf = (answer: Answer) => (answer.kind === "page" ? (answer.status ?? 200) : answer.kind);
const wordsOn = (answer: Answer) => wordsOf(htmlOf(answer));
const familyReads = async (actor: SignedIn, now?: string) =>
  wordsOn(await ask("GET", "/contrats", now === undefined ? {} : { now }, actor));

/** The hidden fields of the form of a page, as a browser would send them; names that come twice are lists. */
function hiddenOf(answer: Answer): Record<string, string | string[]> {
  const fields: Record<string, string | string[]> = {};
  for (const [, name = "", value = ""] of htmlOf(answer).matchAll(
    /<input type="hidden" name="([^"]*)" value="([^"]*)"/g,
  )) {
    const known = fields[name];
    fields[name] = known === undefined ? value : [known, value].flat();
  }
  return fields;
}

const week = (days: readonly number[], to = 540) => ({
  arrivee: ["", ...days.map((day) => `${day}:480`)],
  depart: days.map((day) => `${day}:${to}`),
});
const form = () => ({ ...at.enrolled, du: "2026-11-16", au: "2026-11-27", ...week([1, 2]) });

test("a contract is written, previewed, signed once, changed and ended; the family reads each step", async () => {
  expect(wordsOn(await ask("GET", LIST))).toContain("Nouveau contrat de Lina");
  const empty = htmlOf(await ask("GET", `${LIST}/nouveau`, { query: at.enrolled }));
  expect(empty).toContain('<option value="1:570">9\u00a0h\u00a030</option>');
  expect(empty).not.toContain('value="6:480"');
  expect(await familyReads(guardianOf(at.home))).toContain("Aucun contrat d’accueil");

  // A day without its departure, and an adaptation without its last day: nothing typed is lost.
  const half = { ...form(), depart: ["1:540"], "adaptation-arrivee": "1:480", "adaptation-depart": "1:510" };
  const corrected = await ask("POST", `${LIST}/verifier`, { body: half });
  expect(statusOf(corrected)).toBe(422);
  expect(wordsOn(corrected)).toContain("Choisissez l’arrivée et le départ du mardi");
  expect(wordsOn(corrected)).toContain("Écrivez le dernier jour de l’adaptation");
  expect(htmlOf(corrected)).toContain('href="#depart-2"');
  for (const typed of ['"2026-11-16"', '"2:480" selected', '"1:540" selected', '"1:510" selected'])
    expect(htmlOf(corrected)).toContain(`value=${typed}`);

  const checked = await ask("POST", `${LIST}/verifier`, { body: form() });
  expect(wordsOn(checked)).toContain("1 jour réservé, soit 1 h");
  expect(wordsOn(checked)).toMatch(/Mardi 17 novembre 2026 de 8 h à 9 h Complet de 8 h 30 à 9 h/);
  const seen = hiddenOf(checked);
  const sign = (more: object) => ask("POST", `${LIST}/signer`, { body: { ...seen, ...more } });
  for (const [more, words, kept] of [
    [{}, "Des jours sont complets", 'value="2:540"'],
    [{ complets: "depasser", motif: " " }, "Écrivez le motif", 'value="depasser" name="complets" checked'],
    [{ complets: "depasser", motif: "x".repeat(201) }, "Écrivez 200 caractères au plus", "x".repeat(201)],
    [
      { complets: "laisser", vu: "0".repeat(16) },
      "Des places ont changé",
      'name="complets" id="complets" checked',
    ],
  ] as const) {
    const again = await sign(more);
    expect([words, statusOf(again), wordsOn(again).includes(words)]).toEqual([words, 422, true]);
    expect(htmlOf(again).replaceAll(/ (class|type)="[^"]*"/g, "")).toContain(kept);
  }
  expect(wordsOn(await ask("GET", LIST))).toContain("Aucun contrat d’accueil");

  // Two clicks at once, and one later.
  const answers = await Promise.all([sign({ complets: "laisser" }), sign({ complets: "laisser" })]);
  answers.push(await sign({ complets: "laisser" }));
  const to = `/agent/familles/${at.home.id}/contrats?fait=${String(seen["cle"])}`;
  for (const answer of answers) expect(answer).toMatchObject({ kind: "redirect", to });
  const list = wordsOn(await ask("GET", LIST, { query: { fait: seen["cle"] } }));
  expect(list).toContain("C’est signé : contrat d’accueil de Lina");
  expect(list).toContain("1 jour complet n’a pas été réservé aux heures voulues.");
  expect(list).toContain("0 contrat en cours, 1 à venir, 0 passé");
  expect(list).toContain(
    "lundi et mardi de 8 h à 9 h : 2 h par semaine À venir 1 jour, 1 h ; 1 jour sans place",
  );

  const read = await familyReads(guardianOf(at.home));
  expect(read).toContain("du 16 novembre au 27 novembre 2026");
  expect(read).toMatch(/lundi de 8 h à 9 h +mardi de 8 h à 9 h +2 h par semaine/);
  expect(read).toContain("1 jour du contrat sans place");
  expect(read).toContain("mardi 17 novembre 2026, de 8 h à 9 h");
  expect(read).toContain("accueil occasionnel");

  // Neither the child's other home, nor an adult without authority over the child, knows of it.
  const mother = guardianOf(at.home);
  const withheld = { ...mother.guardian, withheldIds: at.home.children.map(({ id }) => id) };
  for (const actor of [guardianOf(at.father), guardianOf(at.stranger), { ...mother, guardian: withheld }]) {
    expect(await familyReads(actor)).toContain("Aucun contrat d’accueil");
    expect(await familyReads(actor)).not.toContain("Lina");
    expect(await town.database.read((reads) => hasContracts(reads, actor.guardian))).toBe(false);
  }
  expect(await town.database.read((reads) => hasContracts(reads, mother.guardian))).toBe(true);

  // From Wednesday on: other days, longer hours, and an adaptation of one day.
  const contract = String(seen["cle"]);
  const change = { ...at.enrolled, remplace: contract };
  const prefilled = htmlOf(await ask("GET", `${LIST}/nouveau`, { query: change }));
  expect(prefilled).toContain('value="2026-11-27"');
  expect(prefilled).toContain('value="2:540" selected');
  const changed = await ask("POST", `${LIST}/verifier`, {
    body: {
      ...change,
      du: "2026-11-18",
      au: "2026-11-20",
      adaptation: "2026-11-19",
      "adaptation-arrivee": "4:480",
      "adaptation-depart": "4:510",
      ...week([4, 5], 600),
    },
  });
  expect(wordsOn(changed)).toContain("2 jours réservés, soit 2 h 30");
  const next = hiddenOf(changed);
  expect(statusOf(await ask("POST", `${LIST}/signer`, { body: next }))).toBe("redirect");
  const now = await familyReads(guardianOf(at.home));
  expect(now).toContain("Jusqu’au 19 novembre 2026 : jeudi de 8 h à 8 h 30");
  expect(now).toMatch(/jeudi de 8 h à 10 h +vendredi de 8 h à 10 h +4 h par semaine/);

  // On the 17th the first one still holds: it is read before the one that is to come.
  const dayAfter = await familyReads(guardianOf(at.home), "2026-11-17T09:00:00Z");
  expect(dayAfter).toMatch(/État En cours .*du 16 novembre .*État À venir /);

  const end = { contract: String(next["cle"]) };
  const late = await ask("POST", `${LIST}/:contract/arreter/verifier`, {
    ...end,
    body: { des: "2026-11-21" },
  });
  expect([statusOf(late), wordsOn(late).includes("Le contrat va jusqu’au 20 novembre 2026")]).toEqual([
    422,
    true,
  ]);
  const asked = await ask("POST", `${LIST}/:contract/arreter/verifier`, {
    ...end,
    body: { des: "2026-11-20" },
  });
  expect(wordsOn(asked)).toContain("1 jour annulé");
  for (let click = 0; click < 2; click += 1) {
    const ended = await ask("POST", `${LIST}/:contract/arreter`, { ...end, body: hiddenOf(asked) });
    expect(statusOf(ended)).toBe("redirect");
  }
  const over = wordsOn(await ask("GET", LIST, { query: { arrete: next["cle"] } }));
  expect(over).toContain("Son dernier jour est le 19 novembre 2026.");
  expect(await familyReads(guardianOf(at.home))).toContain("du 18 novembre au 19 novembre 2026");
  const journal = await town.database.read((reads) =>
    reads.rows<{ act: string }>("test_contract_journal", `select act from journal_entry order by at, act`),
  );
  expect(journal.map(({ act }) => act)).toEqual(["contracts.end", "contracts.sign", "contracts.sign"]);
});

test("an agent of another site neither reads nor writes it; what is not the file's does not exist", async () => {
  const elsewhere = agentWith(["bookings.write"], [newId<"site">()]);
  const list = wordsOn(await ask("GET", LIST, {}, elsewhere));
  expect(list).not.toContain("Lina");
  const contract = newId<"contract">();
  const table: [method: "GET" | "POST", path: string, raw: object, actor: SignedIn][] = [
    ["GET", `${LIST}/nouveau`, { query: at.enrolled }, elsewhere],
    ["POST", `${LIST}/verifier`, { body: form() }, elsewhere],
    ["POST", `${LIST}/signer`, { body: { ...form(), cle: newId(), vu: "0".repeat(16) } }, elsewhere],
    ["GET", `${LIST}/nouveau`, { query: { ...at.enrolled, remplace: contract } }, agent],
    ["GET", `${LIST}/nouveau`, { query: { ...at.enrolled, inscription: newId() } }, agent],
    ["GET", `${LIST}/:contract/arreter`, { contract }, agent],
    ["POST", `${LIST}/:contract/arreter/verifier`, { contract, body: { des: "2026-11-20" } }, agent],
    ["GET", LIST, {}, agentWith(["families.read"])],
  ];
  for (const [method, path, raw, actor] of table)
    expect([path, (await ask(method, path, raw, actor)).kind]).toEqual([path, "not-found"]);
});
