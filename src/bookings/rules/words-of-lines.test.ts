import { describe, expect, test } from "vitest";

import { OUTCOMES } from "./lines.ts";
import { askedCount, changeCount, dayWords, lineWords } from "./line-words.ts";
import { outcomeWords } from "./outcome-sentence.ts";
import { whatNow } from "./what-now.ts";
import { whoDidIt } from "./who-did-it.ts";

const lines = (book: number, cancel: number, unitName = "Repas") => [
  ...Array.from({ length: book }, () => ({ act: "book" as const, unitName })),
  ...Array.from({ length: cancel }, () => ({ act: "cancel" as const, unitName })),
];

test.each([
  [lines(4, 1), "4 repas ajoutés, 1 annulé"],
  [lines(1, 0), "1 repas ajouté"],
  [lines(0, 1), "1 repas annulé"],
  [lines(0, 3), "3 repas annulés"],
  [lines(2, 2, "Accueil du matin"), "2 places ajoutées, 2 annulées"],
  [[...lines(1, 0), ...lines(1, 0, "Matin")], "2 places ajoutées"],
  [
    [...lines(1, 0), { act: "wait" as const, unitName: "Repas" }],
    "1 repas ajouté, 1\u00a0demande sur liste d’attente",
  ],
  [[{ act: "leave" as const, unitName: "Repas" }], "1\u00a0demande retirée"],
  [[], ""],
])("what changes, counted", (changes, words) => {
  expect(changeCount(changes)).toBe(words);
});

test.each([
  [lines(4, 1), "4 repas à ajouter, 1 à annuler"],
  [lines(0, 21, "Accueil du soir"), "21 places à annuler"],
  [
    [
      { act: "wait" as const, unitName: "Repas" },
      { act: "leave" as const, unitName: "Repas" },
      { act: "change" as const, unitName: "Repas" },
    ],
    "1\u00a0demande sur liste d’attente, 1\u00a0demande à retirer, 1 jour à changer",
  ],
  [[], ""],
])("what is only asked is counted as to come", (changes, words) => {
  expect(askedCount(changes)).toBe(words);
});

test("a line in words", () => {
  const date = Temporal.PlainDate.from("2026-11-12");
  expect(lineWords({ firstName: "Lina", unitName: "Repas", date })).toBe("Lina, repas du jeudi 12 novembre");
  const hours = { from: 990, to: 1080 };
  expect(lineWords({ firstName: "Lina", unitName: "Soir", date, hours })).toBe(
    "Lina, soir du jeudi 12 novembre, 16\u00a0h\u00a030 – 18\u00a0h",
  );
  expect(dayWords({ unitName: "Soir", date, hours })).toBe(
    "jeudi 12 novembre, soir, 16\u00a0h\u00a030 – 18\u00a0h",
  );
});

describe("what became of a line", () => {
  const facts = {
    bookUntil: Temporal.Instant.from("2026-11-10T11:00:00Z"),
    cancelUntil: Temporal.Instant.from("2026-11-11T11:00:00Z"),
    closedBecause: "Grève du personnel",
    skippedToBook: ["mercredi 11 novembre est férié (Armistice 1918)"],
    skippedToCancel: [],
    skippedToChange: [],
    changeUntil: null,
    unitRules: {
      unitName: "Matin",
      excludes: ["Journée", "Journée avec repas"],
      needs: ["Journée", "Après-midi"],
      leastDaysAWeek: 2,
      bookedBy: "week" as const,
      hourStep: 30,
      fromMinute: 450,
      toMinute: 1110,
    },
  };

  test("a rule of the unit is told with its names and numbers", () => {
    expect(outcomeWords("excluded", facts).why).toBe(
      "Cette prestation ne se cumule pas le même jour avec « Journée » ou « Journée avec repas » : gardez l’une des deux.",
    );
    expect(outcomeWords("needs_other", facts).why).toContain("« Journée » ou « Après-midi »");
    expect(outcomeWords("below_minimum", facts).why).toContain("au moins 2 jours");
    expect(outcomeWords("incomplete_package", facts).why).toContain("toute la semaine");
    expect(outcomeWords("bad_hours", facts).why).toBe(
      "Choisissez une arrivée et un départ entre 7 h 30 et 18 h 30, à la demi-heure.",
    );
  });

  test("what is booked whole is full as a whole", () => {
    const together = "Il n’y a plus de place pour tous ces jours, qui se réservent ensemble.";
    expect(outcomeWords("full", facts).why).toBe(together);
    const alone = { ...facts, unitRules: { ...facts.unitRules, bookedBy: "slot" as const } };
    expect(outcomeWords("full", alone).why).toBe("Toutes les places de ce jour sont prises.");
  });

  test("a departure before the arrival is said as such", () => {
    expect(outcomeWords("bad_hours", { ...facts, hours: { from: 600, to: 540 } }).why).toBe(
      "Le départ vient avant l’arrivée : choisissez un départ plus tard que l’arrivée.",
    );
  });

  test("a line that breaks nothing names the line for which it is refused", () => {
    const date = Temporal.PlainDate.from("2026-12-08");
    expect(outcomeWords("refused_with", { ...facts, refusedWith: [{ unitName: "Navette", date }] }).why).toBe(
      "Cette ligne est refusée avec « Navette » du mardi 8 décembre : corrigez ou retirez ce qui bloque, puis envoyez de nouveau.",
    );
  });

  test("a refusal says why: the rule and its date", () => {
    expect(outcomeWords("too_late_to_book", facts).why).toBe(
      "Ce jour n’est plus réservable depuis le mardi 10 novembre à 12\u00a0h, parce que mercredi 11 novembre est férié (Armistice 1918).",
    );
    expect(outcomeWords("too_late_to_cancel", facts).why).toBe(
      "Ce jour n’est plus annulable depuis le mercredi 11 novembre à 12\u00a0h.",
    );
    expect(outcomeWords("closed", facts).why).toBe("Fermé : Grève du personnel.");
  });

  test("every refusal explains itself, also where nothing is known of the slot", () => {
    for (const outcome of OUTCOMES) {
      const { kind, why } = outcomeWords(outcome, null);
      if (kind !== "done") expect(why, outcome).not.toBe("");
    }
  });

  test("advice is given once, and not about what needs none", () => {
    expect(whatNow(["full", "full", "booked", "past"])).toHaveLength(1);
    expect(whatNow(["booked", "cancelled", "already_booked"])).toEqual([]);
  });

  test("who has a place kept is told that it must be paid, and where to read until when", () => {
    expect(whatNow(["held", "held", "booked"])).toEqual([
      "Une place gardée n’est à vous qu’une fois payée : payez-la depuis votre panier, qui dit jusqu’à quand elle est gardée.",
    ]);
  });
});

test("who did it", () => {
  expect(whoDidIt({ by: "Claire Lefebvre", byAgent: false, reason: null })).toBe("Claire Lefebvre");
  expect(whoDidIt({ by: "Paul Martin", byAgent: true, reason: "panne du site" })).toBe(
    "Agent : Paul Martin – motif : panne du site",
  );
});
