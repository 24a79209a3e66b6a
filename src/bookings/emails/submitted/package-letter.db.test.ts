import { afterAll, beforeAll, expect, test } from "vitest";

import { testDatabase, type TestDatabase } from "#test";

import { guardianOf } from "../../../../test/builders/actors.ts";
import { newId } from "../../../../test/builders/canteen.ts";
import { CENTRE_WEEK, centreTown, later, lineOf } from "../../../../test/builders/centre-town.ts";
import type { Household } from "../../../../test/builders/household.ts";
import { lettersTo } from "../../../../test/builders/letters.ts";
import type { Act } from "../../rules/lines.ts";
import { submitBookings } from "../../submit/submit-bookings.ts";
import { tellOffered } from "../offered/tell-offered.ts";
import { tellSubmission } from "./tell-submission.ts";

let town: TestDatabase;
let at: ReturnType<typeof centreTown>;
beforeAll(async () => {
  town = await testDatabase();
  at = centreTown(town);
}, 60_000);
afterAll(() => town.close());

const PUBLIC = new URL("http://localhost:3000");

test("a week that is booked, waited for and offered in one piece is one line of each letter", async () => {
  const centre = await at.centre({
    units: [{ name: "Semaine", bookedBy: "week", places: 1 }],
    waiting: { minutes: 60 },
  });
  const holder = await at.family(centre, { lastName: "Tenant", children: ["Ada"] });
  const next = await at.family(centre, { lastName: "Suivant", children: ["Bob"] });
  const send = async (act: Act, home: Household, now: Temporal.Instant) => {
    const key = newId<"submission">();
    const lines = CENTRE_WEEK.map((day) => lineOf(act, home, centre.slotOf("Semaine", day)));
    await submitBookings({ ...town, actor: guardianOf(home), now }, { key, lines });
    await tellSubmission(PUBLIC)({ ...town, now }, { key });
  };
  await send("book", holder, later(0));
  await send("wait", next, later(1));
  await send("cancel", holder, later(2));
  const turns = await town.database.read((reads) =>
    reads.rows<{ id: string }>(
      "test_offered_turns",
      "select id from waiting_turn where state = 'offered'",
      [],
    ),
  );
  await tellOffered(PUBLIC)({ ...town, now: later(2) }, { turns: turns.map(({ id }) => id) });

  const week = "semaine du lundi 16 au vendredi 20 novembre";
  const told = await lettersTo(town, "claire.tenant@exemple.fr");
  expect(told).toHaveLength(2);
  for (const { text } of told) expect(text.match(/^- .*$/gm)).toEqual([`- ${week}`]);
  const [waiting, offered] = (await lettersTo(town, "claire.suivant@exemple.fr")).toSorted((a, b) =>
    b.subject.localeCompare(a.subject),
  );
  expect(waiting?.text.match(/^- .*$/gm)).toEqual([`- ${week} – rang 1 sur la liste`]);
  expect(offered?.subject).toBe("Une place se libère : Bob, semaine du lundi 16 novembre");
  expect(offered?.text).toContain("Bob, semaine du lundi 16 novembre (5 jours, à prendre en entier).");
});
