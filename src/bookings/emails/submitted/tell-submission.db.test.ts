import { afterAll, beforeAll, expect, test } from "vitest";

import { linkGuardian } from "#access";
import type { SignedIn } from "#identity";
import { testDatabase, type TestDatabase } from "#test";

import { buildAccount } from "../../../../test/builders/account.ts";
import { agentWith, guardianOf } from "../../../../test/builders/actors.ts";
import { buildCanteen, newId, type Canteen } from "../../../../test/builders/canteen.ts";
import { buildHousehold, type Household } from "../../../../test/builders/household.ts";
import { lettersTo } from "../../../../test/builders/letters.ts";
import type { Act } from "../../rules/lines.ts";
import { submitBookings } from "../../submit/submit-bookings.ts";
import { bookingsHandlers } from "../handlers.ts";

/** Monday 2 November 2026, 9 h in Paris. */
const NOW = Temporal.Instant.from("2026-11-02T08:00:00Z");

let town: TestDatabase;
let canteen: Canteen;
let full: Canteen;

beforeAll(async () => {
  town = await testDatabase();
  await town.database.write(async (writes) => {
    canteen = await buildCanteen(writes, { dates: ["2026-11-03", "2026-11-09", "2026-11-12"] });
    full = await buildCanteen(writes, { dates: ["2026-11-09"], places: 0 });
    await writes.run("test_too_late", "update slot set book_until = $2, deadline_facts = $3 where id = $1", [
      canteen.slotOn("2026-11-03"),
      "2026-10-30T11:00:00Z",
      JSON.stringify({ book: ["dimanche 1er novembre est férié (Toussaint)"], cancel: [] }),
    ]);
  });
}, 60_000);
afterAll(() => town.close());

const family = (settings: Parameters<typeof buildHousehold>[1]) =>
  town.database.write((writes) => buildHousehold(writes, { enrolledIn: [canteen, full], ...settings }));

type Wanted = readonly [Act, Household["children"][number] | undefined, string];

async function send(
  actor: SignedIn,
  wanted: readonly Wanted[],
  forFamily?: Parameters<typeof submitBookings>[2],
) {
  const key = newId<"submission">();
  const lines = wanted.map(([act, child, where]) => {
    if (child === undefined) throw new Error("No child");
    return {
      act,
      participantId: child.id,
      slotId: where === "full" ? full.slotOn("2026-11-09") : canteen.slotOn(where),
    };
  });
  const sent = await submitBookings({ ...town, actor, now: NOW }, { key, lines }, forFamily);
  if (!sent.ok) throw new Error(sent.refusal.code);
  return key;
}

async function handle(key: string) {
  const handlers = bookingsHandlers(new URL("http://localhost:3000"))["bookings.submitted"] ?? [];
  for (const handler of handlers) await handler({ ...town, now: NOW }, { key });
}

test("one message tells what was booked, cancelled and refused, once however often it is handled", async () => {
  const home = await family({ lastName: "Unefois", children: ["Lina", "Hugo"] });
  const [lina, hugo] = home.children;
  await send(guardianOf(home), [["book", hugo, "2026-11-12"]]);
  const key = await send(guardianOf(home), [
    ["book", lina, "2026-11-09"],
    ["book", lina, "2026-11-12"],
    ["cancel", hugo, "2026-11-12"],
    ["book", hugo, "2026-11-03"],
    ["book", hugo, "full"],
    ["cancel", hugo, "2026-11-09"],
  ]);
  await handle(key);
  await handle(key);
  const letters = await lettersTo(town, "claire.unefois@exemple.fr");
  expect(letters).toHaveLength(1);
  expect(letters[0]?.subject).toBe("Votre planning a changé : 2\u00a0repas réservés, 1 annulé, 2 refusés");
  expect(letters[0]?.text).toBe(`Bonjour Claire Unefois,

Envoi de Claire Unefois, reçu le lundi 2 novembre à 9\u00a0h.

Annulé pour Hugo, Restauration scolaire – Rue (École du Marquenterre)
- jeudi 12 novembre, repas

Réservé pour Lina, Restauration scolaire – Rue (École du Marquenterre)
- lundi 9 novembre, repas
- jeudi 12 novembre, repas

Pas enregistré
- Hugo, repas du mardi 3 novembre – Trop tard. Ce jour n’est plus réservable depuis le vendredi 30 octobre à 12\u00a0h, parce que dimanche 1er novembre est férié (Toussaint).
- Hugo, repas du lundi 9 novembre – Complet. Toutes les places de ce jour sont prises.

Après le délai, seul un agent peut encore changer ce jour : appelez-nous, et dites pourquoi.

Mettez-vous sur la liste d’attente depuis le planning : une place se libère parfois.

Sans changement
- Hugo, repas du lundi 9 novembre – Déjà annulé. Cette place n’était pas réservée par vous : rien n’a changé.

Voir le reçu :
https://espace.exemple.fr/recus/${key}

-- 
Communauté de communes Ponthieu-Marquenterre
Une question ? Appelez le 03 22 27 00 00.
`);
});

test("every guardian is told the lines of his or her households, and none of the other's", async () => {
  const mother = await family({ lastName: "Deuxfoyers", guardians: ["Claire", "Marc"], children: ["Lina"] });
  const father = await family({
    lastName: "Autrefoyer",
    guardians: ["Thomas"],
    children: ["Zoé"],
    sharedGuardians: mother.guardians.slice(0, 1),
  });
  const claire = guardianOf(mother, father);
  const key = await send(claire, [
    ["book", mother.children[0], "2026-11-09"],
    ["book", father.children[0], "2026-11-12"],
  ]);
  await handle(key);
  const [toClaire, toMarc, toThomas, ...more] = await lettersTo(
    town,
    "claire.deuxfoyers@exemple.fr",
    "marc.deuxfoyers@exemple.fr",
    "thomas.autrefoyer@exemple.fr",
  );
  expect(more).toEqual([]);
  expect(toClaire?.subject).toContain("2\u00a0repas réservés");
  expect(toMarc?.text).toContain("Réservé pour Lina");
  expect(toMarc?.text).not.toContain("Zoé");
  expect(toThomas?.text).toContain("Réservé pour Zoé");
  expect(toThomas?.text).not.toContain("Lina");
  expect(toThomas?.subject).toContain("1\u00a0repas réservé");
});

test("who sent it reads « Vous avez… » and what was refused; the other guardian only what was done", async () => {
  const home = await family({ lastName: "Couple", guardians: ["Sophie", "Marc"], children: ["Lina"] });
  const sophie = guardianOf(home);
  const accountId = await buildAccount(town.database, { email: sophie.email, name: sophie.name });
  await town.database.write((writes) => linkGuardian(writes, { accountId, guardianId: sophie.guardian.id }));
  const actor = { ...sophie, accountId };
  const [lina] = home.children;
  const addresses = ["sophie.couple@exemple.fr", "marc.couple@exemple.fr"];
  await handle(await send(actor, [["book", lina, "full"]]));
  expect((await lettersTo(town, ...addresses)).map(({ to }) => to)).toEqual(addresses.slice(0, 1));
  await handle(
    await send(actor, [
      ["book", lina, "2026-11-09"],
      ["book", lina, "2026-11-03"],
      ["wait", lina, "full"],
    ]),
  );
  const letters = await lettersTo(town, ...addresses);
  const own = letters
    .filter(({ to }) => to === addresses[0])
    .map(({ text }) => text)
    .join();
  const [toMarc] = letters.filter(({ to }) => to === addresses[1]);
  expect(own).toContain("Vous avez envoyé ces changements le lundi 2 novembre à 9\u00a0h.");
  expect(own).toContain("Pas enregistré");
  expect(own).toContain("lundi 9 novembre, repas – rang 1 sur la liste");
  expect(toMarc?.text).toContain("Envoi de Sophie Couple");
  expect(toMarc?.text).toContain("Réservé pour Lina");
  expect(toMarc?.text).not.toContain("Pas enregistré");
});

test("the other household of a child reads nothing of what this one does", async () => {
  const one = await family({ lastName: "Premier", children: ["Zoé"] });
  const other = await family({ lastName: "Second", children: [], sharedChildren: one.children });
  await handle(await send(guardianOf(other), [["book", one.children[0], "2026-11-09"]]));
  expect(await lettersTo(town, "claire.premier@exemple.fr")).toEqual([]);
  const [letter] = await lettersTo(town, "claire.second@exemple.fr");
  expect(letter?.text).toContain("Réservé pour Zoé");
});

test("what an agent did is told with the agent's name; the reason stays on the receipt", async () => {
  const home = await family({ lastName: "Motif" });
  const agent = agentWith(["bookings.write"]);
  const key = await send(agent, [["book", home.children[0], "2026-11-03"]], {
    householdId: home.id,
    reason: "Rentré de l’hôpital",
  });
  await handle(key);
  const [letter] = await lettersTo(town, "claire.motif@exemple.fr");
  expect(letter?.text).toContain(
    "Fait pour vous par un agent, Paul Martin, le lundi 2 novembre à 9\u00a0h. Le motif est écrit sur le reçu.",
  );
  expect(letter?.text).not.toContain("hôpital");
});

test("guardians who share an address and a household get one message, those without an address none", async () => {
  const home = await family({ lastName: "Partage", guardians: ["Claire", "Marc", "Anne"] });
  await town.database.write(async (writes) => {
    await writes.run("test_share", "update guardian set email = $2 where id = $1", [
      home.guardians[1]?.id ?? "",
      "Claire.Partage@exemple.fr",
    ]);
    await writes.run("test_none", "update guardian set email = '' where id = $1", [
      home.guardians[2]?.id ?? "",
    ]);
  });
  await handle(await send(guardianOf(home), [["book", home.children[0], "2026-11-09"]]));
  const letters = await lettersTo(
    town,
    "claire.partage@exemple.fr",
    "Claire.Partage@exemple.fr",
    "anne.partage@exemple.fr",
    "",
  );
  expect(letters).toHaveLength(1);
  expect(letters[0]?.text).toMatch(/^Bonjour (Claire Partage et Marc|Marc Partage et Claire) Partage,/);
});

test("only refusals: the subject says that nothing changed; no change at all: no message", async () => {
  const home = await family({ lastName: "Refus" });
  await handle(await send(guardianOf(home), [["cancel", home.children[0], "2026-11-09"]]));
  expect(await lettersTo(town, "claire.refus@exemple.fr")).toEqual([]);
  await handle(await send(guardianOf(home), [["book", home.children[0], "full"]]));
  const [letter] = await lettersTo(town, "claire.refus@exemple.fr");
  expect(letter?.subject).toBe("Votre planning n’a pas changé : 1\u00a0repas refusé");
});

test("lines about somebody else's child write to nobody and name nobody", async () => {
  const home = await family({ lastName: "Curieux" });
  const stranger = await family({ lastName: "Inconnu", children: ["Maxence"] });
  const key = await send(guardianOf(home), [
    ["book", stranger.children[0], "2026-11-09"],
    ["book", home.children[0], "2026-11-09"],
  ]);
  await handle(key);
  expect(await lettersTo(town, "claire.inconnu@exemple.fr")).toEqual([]);
  const [letter] = await lettersTo(town, "claire.curieux@exemple.fr");
  expect(letter?.text).not.toContain("Maxence");
  expect(letter?.subject).toBe("Votre planning a changé : 1\u00a0repas réservé");
});
