import { describe, expect, test } from "vitest";

import { changeSentence, closedWord, placeNote, placeWord } from "./place-sentence.ts";
import { NEVER } from "./deadline/never.ts";
import { placeState, possibleAct, type Held, type SlotFacts } from "./place-state.ts";

const until = Temporal.Instant.from("2026-11-10T11:00:00Z");
const justAfter = until.add({ milliseconds: 1 });
const slot: SlotFacts = {
  date: Temporal.PlainDate.from("2026-11-12"),
  state: "open",
  closedBecause: null,
  free: 3,
  bookUntil: until,
  cancelUntil: until,
  windows: [],
  groups: [],
};
const eve = Temporal.PlainDate.from("2026-11-10");

function seen(facts: Partial<SlotFacts>, held: Held, now = until, today = eve) {
  const state = placeState({ ...slot, ...facts }, held, now, today);
  return [placeWord(state), possibleAct(state)];
}

describe("what a day of the planning says, and what can be asked of it", () => {
  test.each<[string, Partial<SlotFacts>, Held, string, ReturnType<typeof possibleAct>]>([
    ["ours", {}, "us", "Réservé", "cancel"],
    ["ours, although full", { free: 0 }, "us", "Réservé", "cancel"],
    ["the other household's", {}, "another", "Déjà réservé", null],
    ["nobody's", {}, "nobody", "Libre", "book"],
    ["nobody's and full", { free: 0 }, "nobody", "Complet", null],
    ["full, with a list", { free: 0, waitingList: true }, "nobody", "Complet", "wait"],
    [
      "third on the list",
      { free: 0, turn: { kind: "waiting", rank: 3 } },
      "nobody",
      "Complet – vous êtes 3ᵉ sur la liste",
      "leave",
    ],
    [
      "next on the list",
      { free: 0, turn: { kind: "waiting", rank: 1 } },
      "nobody",
      "Complet – vous êtes 1ᵉʳ sur la liste",
      "leave",
    ],
    [
      "offered",
      { free: 0, turn: { kind: "offered", answerUntil: until } },
      "nobody",
      "Place proposée",
      "accept",
    ],
    [
      "offered, but the answer is late",
      { free: 0, turn: { kind: "offered", answerUntil: until.subtract({ hours: 1 }) } },
      "nobody",
      "Complet",
      null,
    ],
    [
      "ours at chosen hours",
      { hours: { from: 450, to: 495 } },
      "us",
      "Réservé, 7\u00a0h\u00a030 – 8\u00a0h\u00a015",
      "cancel",
    ],
    ["kept until it is paid", { heldUntil: justAfter }, "us", "Gardé, à payer", "cancel"],
    [
      "closed",
      { state: "closed", closedBecause: "Fermé : lundi de Pâques" },
      "nobody",
      "Fermé : lundi de Pâques",
      null,
    ],
    ["closed by an agent", { state: "closed", closedBecause: "Grève" }, "nobody", "Fermé : Grève", null],
  ])("%s", (_name, facts, held, word, act) => {
    expect(seen(facts, held)).toEqual([word, act]);
  });

  test("before bookings open, a place says when they do; what is booked can still be given back", () => {
    const opensAt = justAfter;
    const day = slot.date;
    const window = { firstDay: day, lastDay: day, group: null, closesAt: null };
    const windows = [{ ...window, opensAt }];
    expect(seen({ windows }, "nobody")).toEqual(["Pas encore ouvert", null]);
    expect(seen({ windows }, "us")).toEqual(["Réservé", "cancel"]);
    expect(placeNote({ kind: "not-open-yet", opensAt, openTo: [] }, slot, until)).toBe(
      "Ouvre le mardi 10 novembre à 12\u00a0h",
    );
    expect(placeState({ ...slot, windows }, "nobody", until, eve, "lifted").kind).toBe("free");
    const over = [
      { ...window, opensAt: until.subtract({ hours: 2 }), closesAt: until.subtract({ hours: 1 }) },
    ];
    expect(seen({ windows: over }, "nobody")).toEqual(["Réservations closes", null]);
  });

  test("at the deadline it still changes, a millisecond later it shows its state alone", () => {
    expect(seen({}, "us", until)).toEqual(["Réservé", "cancel"]);
    expect(seen({}, "us", justAfter)).toEqual(["Réservé", null]);
    expect(seen({}, "nobody", until)).toEqual(["Libre", "book"]);
    expect(seen({}, "nobody", justAfter)).toEqual(["Non réservé", null]);
    expect(seen({ free: 0 }, "nobody", justAfter)).toEqual(["Non réservé", null]);
  });

  test("booking and cancelling close apart", () => {
    const later = { cancelUntil: justAfter };
    expect(seen(later, "us", justAfter)).toEqual(["Réservé", "cancel"]);
    expect(seen(later, "nobody", justAfter)).toEqual(["Non réservé", null]);
  });

  test("a day gone by never changes, whatever its deadline; the day itself may", () => {
    const open = {
      bookUntil: Temporal.Instant.from("2027-01-01T00:00:00Z"),
      cancelUntil: until.add({ hours: 9000 }),
    };
    expect(seen(open, "nobody", until, slot.date)).toEqual(["Libre", "book"]);
    expect(seen(open, "nobody", until, slot.date.add({ days: 1 }))).toEqual(["Non réservé", null]);
    expect(seen(open, "us", until, slot.date.add({ days: 1 }))).toEqual(["Réservé", null]);
  });
});

test("until when: both acts in one sentence, before and after", () => {
  expect(changeSentence(slot, until)).toBe("Modifiable jusqu’au mardi 10 novembre à 12\u00a0h");
  expect(changeSentence(slot, justAfter)).toBe(
    "N’est plus modifiable depuis le mardi 10 novembre à 12\u00a0h",
  );
  const apart = { bookUntil: until.subtract({ hours: 24 }), cancelUntil: until };
  expect(changeSentence(apart, apart.bookUntil)).toBe(
    "Réservable jusqu’au lundi 9 novembre à 12\u00a0h, annulable jusqu’au mardi 10 novembre à 12\u00a0h",
  );
  expect(changeSentence(apart, until)).toBe(
    "N’est plus réservable depuis le lundi 9 novembre à 12\u00a0h, annulable jusqu’au mardi 10 novembre à 12\u00a0h",
  );
});

test("until when hours may change is said where it is not as long as the place may be cancelled", () => {
  const hours = { ...slot, changeUntil: until.add({ hours: 24 }) };
  expect(changeSentence({ ...slot, changeUntil: slot.cancelUntil }, until)).toBe(changeSentence(slot, until));
  expect(changeSentence(hours, until)).toBe(
    "Réservable et annulable jusqu’au mardi 10 novembre à 12\u00a0h, heures modifiables jusqu’au mercredi 11 novembre à 12\u00a0h",
  );
  expect(changeSentence(hours, justAfter)).toBe(
    "N’est plus réservable ni annulable depuis le mardi 10 novembre à 12\u00a0h, heures modifiables jusqu’au mercredi 11 novembre à 12\u00a0h",
  );
  expect(changeSentence({ ...hours, changeUntil: until.subtract({ hours: 24 }) }, until)).toContain(
    ", heures fixées depuis le lundi 9 novembre à 12\u00a0h",
  );
  const apart = { ...hours, bookUntil: until.subtract({ hours: 24 }) };
  expect(changeSentence(apart, apart.bookUntil)).toBe(
    "Réservable jusqu’au lundi 9 novembre à 12\u00a0h, annulable jusqu’au mardi 10 novembre à 12\u00a0h, heures modifiables jusqu’au mercredi 11 novembre à 12\u00a0h",
  );
  expect(changeSentence({ ...hours, changeUntil: NEVER }, until)).toContain(
    "heures à changer par téléphone seulement",
  );
});

test("a place that is sold for good can be taken, is never given back, and the sentence says so", () => {
  const sold = { cancelUntil: NEVER };
  expect(seen(sold, "nobody", until)).toEqual(["Libre", "book"]);
  expect(seen(sold, "us", until)).toEqual(["Réservé", null]);
  expect(changeSentence({ ...slot, ...sold }, until)).toBe(
    "Réservable jusqu’au mardi 10 novembre à 12\u00a0h, ne s’annule pas en ligne",
  );
  expect(changeSentence({ bookUntil: NEVER, cancelUntil: NEVER }, until)).toBe("Ne se modifie pas en ligne");
});

test("a closing without a word is closed all the same", () => {
  expect(closedWord("")).toBe("Fermé");
});
