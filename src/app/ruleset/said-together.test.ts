import { expect, test } from "vitest";

import { saidTogether } from "./said-together.ts";

test("what becomes the same for several services is said once", () => {
  const services = ["Accueil", "Accueil – Rue", "Cantine – Rue", "Cantine – Quend", "Cantine – Nouvion"];
  const sentences = [
    "Cantine – Rue, repas : 3,40 €.",
    "Accueil – Rue : 12 h.",
    "Cantine – Quend, repas : 3,40 €.",
    "Carte annuelle : 12,00 €.",
    "Cantine – Nouvion, repas : 3,40 €.",
    "Cantine – Nouvion, repas : 4,00 €.",
  ];
  expect(saidTogether(services, sentences)).toEqual([
    "Cantine – Rue, Cantine – Quend et Cantine – Nouvion, repas : 3,40 €.",
    "Accueil – Rue : 12 h.",
    "Carte annuelle : 12,00 €.",
    "Cantine – Nouvion, repas : 4,00 €.",
  ]);
});
