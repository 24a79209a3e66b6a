import { afterAll, beforeAll, expect, test } from "vitest";

import { testDatabase, type TestDatabase } from "#test";

import { agentWith, guardianOf } from "../../../../test/builders/actors.ts";
import { newId } from "../../../../test/builders/canteen.ts";
import { enrolmentTown } from "../../../../test/builders/enrolment-town.ts";
import { wordsOf } from "../../../../test/builders/family-town.tsx";
import type { Household } from "../../../../test/builders/household.ts";
import { announced, lettersTo } from "../../../../test/builders/letters.ts";
import { htmlOf, sent } from "../../../../test/builders/visit.tsx";
import { endEnrolment } from "../../enrolments/end-enrolment.ts";
import { enrolForFamily } from "../../enrolments/enrol-for-family.ts";
import { historyRoute } from "../../pages/family/history/route.ts";
import { bookingsHandlers } from "../handlers.ts";

let town: TestDatabase;
let at: Awaited<ReturnType<typeof enrolmentTown>>;

beforeAll(async () => {
  town = await testDatabase();
  at = await enrolmentTown(town);
  await at.rule([]);
}, 60_000);
afterAll(() => town.close());

const NOW = Temporal.Instant.from("2026-11-02T08:00:00Z");

/** Tells families what was announced, twice as a worker may: no letter is written twice. */
async function lettersOf(home: Household) {
  const handlers = bookingsHandlers(new URL("http://localhost:3000"))["bookings.enrolmentsSaved"] ?? [];
  for (const facts of await announced(town, "bookings.enrolmentsSaved")) {
    for (const handler of handlers) {
      await handler({ ...town, now: NOW }, facts);
      await handler({ ...town, now: NOW }, facts);
    }
  }
  return lettersTo(town, ...home.guardians.map(({ email }) => email));
}

const historyOf = async (home: Household) =>
  wordsOf(htmlOf(await historyRoute.handle(at.visitOf(home), sent())));

test("an enrolment leaves a line in the history and a letter; sent again, nothing more", async () => {
  const home = await at.stranger();
  const made = await at.ask(home);
  expect(await at.ask(home)).toEqual(made);
  const own = (await lettersOf(home)).filter(({ text }) => text.includes(made.ok ? made.value : "?"));
  const [letter] = own;
  expect(own).toHaveLength(home.guardians.length);
  expect(letter?.subject).toBe("Inscription de Lina : Restauration scolaire – Rue");
  expect(letter?.text).toContain("du 2 novembre 2026 au 2 juillet 2027");
  expect(letter?.text).toContain("rien n’est encore réservé");
  const history = await historyOf(home);
  expect(history).toMatch(/Lundi 2 novembre 2026 à 9 h .*Inscription.* Lina, Restauration scolaire – Rue/);
  expect(history.match(/Lina, Restauration/g)).toHaveLength(1);
});

test("an end leaves both too", async () => {
  const home = await at.stranger();
  const made = await at.ask(home);
  const enrolmentId = made.ok ? made.value : newId<"enrolment">();
  const visit = { ...at.visitOf(home), now: NOW.add({ hours: 1 }) };
  await endEnrolment(visit, { enrolmentId, reader: "family", from: Temporal.PlainDate.from("2026-12-01") });
  const subjects = (await lettersOf(home)).map(({ subject }) => subject);
  expect(subjects).toContain("Fin d’inscription de Lina : Restauration scolaire – Rue");
  expect(await historyOf(home)).toContain("du 2 novembre 2026 au 30 novembre 2026");
});

test("an agent's reason is in the history, and no letter tells it", async () => {
  const home = await at.stranger();
  const agent = agentWith(["bookings.write"]);
  await enrolForFamily(
    { ...at.visit(agent), actor: agent },
    {
      ...at.asked(home),
      payerId: home.guardians[0]?.id ?? newId<"guardian">(),
      firstDay: Temporal.PlainDate.from("2026-11-02"),
      lastDay: Temporal.PlainDate.from("2026-12-01"),
      given: [],
      reason: "urgence familiale",
    },
  );
  const letters = (await lettersOf(home)).map(({ text }) => text);
  expect(letters).toContainEqual(expect.stringContaining("Fait pour vous par un agent"));
  expect(letters).not.toContainEqual(expect.stringContaining("urgence familiale"));
  expect(await historyOf(home)).toContain("motif : urgence familiale");
});

test("another family reads none of it, nor does a step-parent of a child that is not his or hers", async () => {
  const home = await at.stranger();
  await at.ask(home);
  const other = await at.stranger();
  expect(await historyOf(other)).not.toContain("Restauration");
  const step = guardianOf(home);
  step.guardian.withheldIds = home.children.map(({ id }) => id);
  const visit = { ...at.visit(step), actor: step };
  expect(wordsOf(htmlOf(await historyRoute.handle(visit, sent())))).not.toContain("Lina");
});
