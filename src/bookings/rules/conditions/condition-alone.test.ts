import { expect, test } from "vitest";

import { conditionAlone } from "./condition-alone.ts";
import type { Unmet } from "./unmet.ts";

const school: Unmet = {
  code: "other-school",
  firstName: "Hugo",
  wanted: { kind: "school", schools: ["Rue : maternelle"] },
  schooling: { schoolYear: "2026-2027", school: "Quend", level: "CP", className: "" },
};

test.each<readonly [Unmet, string]>([
  [school, "Réservé à l’école « Rue : maternelle »"],
  [{ code: "regulars-only" }, "Réservé à ceux qui viennent régulièrement"],
  [{ code: "not-resident", commune: "Amiens" }, "Réservé aux habitants de la collectivité"],
  [{ code: "resident-excluded", commune: "" }, "Réservé à ceux qui n’habitent pas la collectivité"],
  [{ code: "school-unknown", firstName: "Hugo", schoolYear: "2026-2027" }, "Une école au dossier"],
  [
    { code: "none-of", of: [school, { code: "regulars-only" }] },
    "Réservé à l’école « Rue : maternelle » ou Réservé à ceux qui viennent régulièrement",
  ],
])("a condition is said without the person", (unmet, words) => {
  expect(conditionAlone(unmet).replaceAll("\u00a0", " ")).toBe(words);
});
