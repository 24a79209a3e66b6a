import { expect, test } from "vitest";

import { newId } from "../../../test/builders/canteen.ts";
import { told, wholeWords } from "./whole-lines.ts";

const lina = newId<"participant">();
const centre = newId<"activity">();
const line = (unitName: string, bookedBy: "slot" | "week" | "season", date: string, end = "booked") => ({
  participantId: lina,
  activityId: centre,
  unitCode: unitName,
  firstName: "Lina",
  unitName,
  seasonName: "Trimestre 2",
  date: Temporal.PlainDate.from(date),
  unitRules: { bookedBy },
  end,
});

test("a week and a term are told once, other days one by one, days that ended otherwise apart", () => {
  const lines = [
    ...["2027-02-26", "2027-02-22", "2027-02-23"].map((day) => line("Semaine", "week", day)),
    line("Semaine", "week", "2027-02-24", "closed"),
    line("Semaine", "week", "2027-03-01"),
    ...["2027-01-06", "2027-01-13"].map((day) => line("Violon", "season", day)),
    line("Repas", "slot", "2027-02-22"),
    line("Repas", "slot", "2027-02-23"),
  ];
  expect(told(lines, ({ end }) => end).map(wholeWords)).toEqual([
    "semaine du lundi 22 au vendredi 26 février",
    "mercredi 24 février, semaine",
    "lundi 1er mars, semaine",
    "violon, trimestre 2 (2\u00a0dates)",
    "lundi 22 février, repas",
    "mardi 23 février, repas",
  ]);
});
