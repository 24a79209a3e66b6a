import { expect, test } from "vitest";
import type { RefusalReason } from "../rules/refusal.ts";
import { refusalText } from "./refusals.fr.ts";

const REASONS: { readonly [C in RefusalReason["code"]]: Extract<RefusalReason, { readonly code: C }> } = {
  file_empty: { code: "file_empty" },
  file_not_text: { code: "file_not_text", looksLike: "archive" },
  file_without_lines: { code: "file_without_lines" },
  files_swapped: { code: "files_swapped" },
  column_missing: { code: "column_missing", found: ["Nom", "Prénom"] },
  column_twice: { code: "column_twice" },
  quotes_broken: { code: "quotes_broken" },
  too_many_cells: { code: "too_many_cells", expected: 20, cells: 22 },
  encoding_broken: { code: "encoding_broken" },
  control_character: { code: "control_character" },
  value_too_long: { code: "value_too_long", most: 200 },
  value_missing: { code: "value_missing" },
  date_unreadable: { code: "date_unreadable" },
  date_out_of_range: { code: "date_out_of_range" },
  postcode_malformed: { code: "postcode_malformed" },
  no_child_mentioned: { code: "no_child_mentioned" },
  email_malformed: { code: "email_malformed" },
  phone_malformed: { code: "phone_malformed" },
  civility_unknown: { code: "civility_unknown" },
  child_twice: { code: "child_twice", lines: [4] },
  child_ambiguous: { code: "child_ambiguous", lines: [4, 7] },
  child_not_found: { code: "child_not_found" },
  child_class_differs: { code: "child_class_differs", lines: [4], classes: ["CE1"] },
  child_line_refused: { code: "child_line_refused", lines: [4] },
  guardian_contradictory: { code: "guardian_contradictory", lines: [4], values: ["a", "b"] },
  child_without_guardian: { code: "child_without_guardian", lines: [] },
  known_child_ambiguous: { code: "known_child_ambiguous", candidates: 2 },
  known_child_resembles: { code: "known_child_resembles", known: "DUPONT Léa, 2019-03-04" },
  known_guardian_ambiguous: { code: "known_guardian_ambiguous", candidates: 2 },
  known_household_ambiguous: { code: "known_household_ambiguous", candidates: 2 },
  known_household_split: { code: "known_household_split" },
};

test.each(Object.values(REASONS).map((reason) => [reason.code, reason] as const))(
  "%s is said in whole sentences",
  (_code, reason) => {
    const { why, todo } = refusalText(reason);
    for (const sentence of [why, todo]) {
      expect(sentence).toMatch(/^[A-ZÀÉÊ].*\.$/u);
      expect(sentence).not.toMatch(/erreur|invalide|veuillez|undefined|\bnull\b/iu);
    }
  },
);

test.each<[RefusalReason, string]>([
  [
    { code: "child_ambiguous", lines: [4, 7] },
    "Plusieurs enfants répondent à ces noms et à cette classe (fichier des élèves, les lignes 4 et 7).",
  ],
  [
    { code: "child_without_guardian", lines: [3] },
    "Seules des lignes refusées nomment cet enfant (fichier des responsables, la ligne 3).",
  ],
  [
    { code: "known_guardian_ambiguous", candidates: 1 },
    "Une même personne de l’espace répond à plusieurs responsables du fichier.",
  ],
  [
    { code: "child_twice", lines: [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] },
    "Mêmes noms et même date de naissance que les lignes 2, 3, 4, 5, 6, 7, 8, 9, 10, 11… : un enfant inscrit deux fois, ou deux homonymes.",
  ],
])("%j", (reason, why) => expect(refusalText(reason).why).toBe(why));
