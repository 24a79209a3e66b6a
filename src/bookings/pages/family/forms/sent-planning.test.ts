import { describe, expect, test } from "vitest";

import { newId } from "../../../../../test/builders/canteen.ts";
import { cellList, writeCellList, type ListedCell } from "./cell-list.ts";
import { sentPlanning } from "./sent-planning.ts";

const lina = newId<"participant">();
const [monday, tuesday, wednesday] = [newId<"slot">(), newId<"slot">(), newId<"slot">()];
const cle = newId<"page">();

const read = (body: Record<string, unknown>) => sentPlanning.parse({ cle, ...body }).lines;

test("a list of places is read as it was written: acts, packages and hours", () => {
  const cells: ListedCell[] = [
    { participantId: lina, slotIds: [monday], act: "book", hours: { from: 450, to: 495 } },
    { participantId: lina, slotIds: [tuesday, wednesday], act: "wait" },
    { participantId: lina, slotIds: [wednesday], act: "change", hours: { line: 3 } },
    ...(["cancel", "leave", "accept", "decline"] as const).map((act) => ({
      participantId: lina,
      slotIds: [monday],
      act,
    })),
  ];
  expect(cellList.parse(writeCellList(cells))).toEqual(cells);
});

test.each([
  ["nobody's place", `${monday}+`],
  ["an act that is none", `${lina} ${monday}#`],
  ["hours that are none", `${lina} ${monday}+450.`],
  ["half an id", `${lina} ${monday.slice(2)}+`],
])("%s is refused", (_name, text) => {
  expect(cellList.safeParse(text).success).toBe(false);
});

describe("what a planning asks", () => {
  const affiche = writeCellList([
    { participantId: lina, slotIds: [monday], act: "book", hours: { line: 0 } },
    { participantId: lina, slotIds: [tuesday], act: "cancel", hours: { line: 0 } },
    { participantId: lina, slotIds: [monday, wednesday], act: "book" },
  ]);

  test("a newly ticked day takes the hours of its line; one that is given back has none", () => {
    expect(read({ affiche, voulu: "0", arrivee: "0:990", depart: "0:1050" })).toEqual([
      { act: "book", participantId: lina, slotId: monday, hours: { from: 990, to: 1050 } },
      { act: "cancel", participantId: lina, slotId: tuesday },
    ]);
  });

  test("without hours the unit's own are asked", () => {
    expect(read({ affiche, voulu: ["0", "1"] })).toEqual([
      { act: "book", participantId: lina, slotId: monday },
    ]);
  });

  test("a package is a line for each of its days", () => {
    expect(read({ affiche, voulu: ["1", "2"] }).map(({ slotId }) => slotId)).toEqual([monday, wednesday]);
  });

  test("an hour that is no hour is refused", () => {
    expect(sentPlanning.safeParse({ cle, affiche, voulu: "0", arrivee: "zéro:990" }).success).toBe(false);
  });
});
