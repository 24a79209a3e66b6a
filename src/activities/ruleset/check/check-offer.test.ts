import { describe, expect, test } from "vitest";

import {
  canteenSeason,
  canteenSection,
  centreSection,
  offerDocument,
} from "../../../../test/builders/offer-document.ts";
import type { ActivitySection, OfferDocument } from "../schema.ts";
import { checkOffer } from "./check-offer.ts";

/** « refused activities.0.site: Aucun lieu » of each. */
const said = (document: OfferDocument) =>
  checkOffer(document).map(({ kind, path, sentence }) => `${kind} ${path.join(".")}: ${sentence}`);

const [mercredis] = centreSection().seasons ?? [];
if (mercredis === undefined) throw new Error("The centre has a season");

const centre = (season: Partial<typeof mercredis>): ActivitySection =>
  centreSection({ seasons: [{ ...mercredis, ...season }] });
const units = (more: Partial<ActivitySection["units"][number]>): ActivitySection =>
  canteenSection({
    units: [
      { code: "repas", name: "Repas", from: "12:00", to: "13:30" },
      { code: "garderie", name: "Garderie", from: "16:30", to: "18:30", ...more },
    ],
    seasons: [
      canteenSeason({ openings: [{ units: ["repas", "garderie"], weekdays: ["monday"], places: 9 }] }),
    ],
  });

test("an offer with all that can be said has nothing to correct", () => {
  expect(said(offerDocument())).toEqual([]);
});

describe("what contradicts itself is refused, and holes are told", () => {
  test.each<[string, OfferDocument, string]>([
    ["no calendar", { ...offerDocument(), calendar: undefined }, "warning : Le calendrier manque"],
    [
      "the same site twice",
      { ...offerDocument(), sites: [...(offerDocument().sites ?? []), ...(offerDocument().sites ?? [])] },
      "refused sites.1.code: Deux lieux ont le code « rue »",
    ],
    [
      "a site that is not named",
      offerDocument(canteenSection({ site: "quend" })),
      "refused activities.0.site: Aucun lieu n’a le code « quend »",
    ],
    [
      "the same activity twice",
      offerDocument(canteenSection(), canteenSection()),
      "refused activities.1.code: Deux services ont le code « cantine-rue »",
    ],
    [
      "no season",
      offerDocument(canteenSection({ seasons: [] })),
      "warning activities.0: « Restauration scolaire – Rue » n’a pas de saison",
    ],
    [
      "hours that end before they begin",
      offerDocument(units({ to: "16:00" })),
      "refused activities.0.units.1.to: La fin doit venir après le début",
    ],
    [
      "the same unit twice",
      offerDocument(units({ code: "repas" })),
      "refused activities.0.units.1.code: Deux prestations de ce service ont le code « repas »",
    ],
    [
      "a step longer than the unit",
      offerDocument(units({ to: "17:00", hourStep: 60 })),
      "refused activities.0.units.1.hourStep: Le pas des horaires est plus long",
    ],
    [
      "chosen hours in a package",
      offerDocument(units({ hourStep: 30, bookedBy: "week" })),
      "refused activities.0.units.1.hourStep: Les horaires se choisissent séance par séance",
    ],
    [
      "a minimum of days in a package",
      offerDocument(units({ leastDaysAWeek: 2, bookedBy: "week" })),
      "refused activities.0.units.1.leastDaysAWeek: Un forfait se réserve en entier",
    ],
    [
      "a unit that needs what is not there",
      offerDocument(units({ needs: ["ecole"] })),
      "refused activities.0.units.1.needs.0: Aucune prestation de ce service n’a le code « ecole »",
    ],
    [
      "a unit that excludes itself",
      offerDocument(units({ excludes: ["garderie"] })),
      "refused activities.0.units.1.excludes.0: Une prestation ne peut ni s’exclure",
    ],
    [
      "a unit that needs what it excludes",
      offerDocument(units({ needs: ["repas"], excludes: ["repas"] })),
      "refused activities.0.units.1.needs.0: Cette prestation demande « repas » et l’exclut aussi",
    ],
    [
      "a unit that never opens",
      offerDocument(canteenSection({ seasons: [canteenSeason({ openings: [] })] })),
      "warning activities.0.units.0: « Repas » n’ouvre dans aucune saison",
    ],
    [
      "ages that overlap",
      offerDocument(
        centreSection({
          ageGroups: [
            { code: "grands", name: "6 à 11 ans", fromMonths: 70, untilMonths: 144 },
            { code: "petits", name: "3 à 5 ans", fromMonths: 36, untilMonths: 72, childrenPerAdult: 8 },
          ],
        }),
      ),
      "refused activities.0.ageGroups.0: « 6 à 11 ans » commence à 70 mois alors que « 3 à 5 ans » va jusqu’à 6 ans",
    ],
    [
      "ages with a hole",
      offerDocument(
        centreSection({
          ageGroups: [
            { code: "petits", name: "3 à 5 ans", fromMonths: 36, untilMonths: 72, childrenPerAdult: 8 },
            { code: "grands", name: "7 à 11 ans", fromMonths: 84, untilMonths: 144 },
          ],
        }),
      ),
      "warning activities.0.ageGroups.1: De 6 ans à 7 ans, un enfant n’est dans aucune tranche",
    ],
    [
      "a season that ends before it begins",
      offerDocument(canteenSection({ seasons: [canteenSeason({ lastDay: "2026-08-31" })] })),
      "refused activities.0.seasons.0.lastDay: La saison finit avant de commencer",
    ],
    [
      "seasons that overlap",
      offerDocument(
        canteenSection({
          seasons: [canteenSeason(), canteenSeason({ name: "Été", firstDay: "2027-07-02" })],
        }),
      ),
      "refused activities.0.seasons.1: « Été » (le vendredi 2 juillet) chevauche « 2026-2027 »",
    ],
    [
      "a weekday twice",
      offerDocument(
        canteenSection({
          seasons: [
            canteenSeason({
              openings: [
                { units: ["repas"], weekdays: ["monday", "tuesday"], places: 60 },
                { units: ["repas"], weekdays: ["tuesday"], places: 60 },
              ],
            }),
          ],
        }),
      ),
      "refused activities.0.seasons.0.openings.1: Une prestation ouvre déjà le mardi plus haut",
    ],
    [
      "one hour without the other",
      offerDocument(
        canteenSection({
          seasons: [
            canteenSeason({
              openings: [{ units: ["repas"], weekdays: ["monday"], places: 6, from: "12:00" }],
            }),
          ],
        }),
      ),
      "refused activities.0.seasons.0.openings.0: Écrivez les deux horaires",
    ],
    [
      "an opening of a unit that is not there",
      offerDocument(
        canteenSection({
          seasons: [canteenSeason({ openings: [{ units: ["diner"], weekdays: ["monday"], places: 6 }] })],
        }),
      ),
      "refused activities.0.seasons.0.openings.0.units.0: Aucune prestation de ce service n’a le code « diner »",
    ],
    [
      "a date outside the season",
      offerDocument(centre({ dates: [{ units: ["sortie"], dates: ["2027-07-14"], places: 12 }] })),
      "refused activities.0.seasons.0.dates.0.dates.0: Le mercredi 14 juillet 2027 n’est pas dans la saison",
    ],
    [
      "a date twice",
      offerDocument(
        centre({ dates: [{ units: ["sortie"], dates: ["2027-02-23", "2027-02-23"], places: 12 }] }),
      ),
      "refused activities.0.seasons.0.dates.0.dates.1: Le mardi 23 février 2027 est déjà écrit",
    ],
    [
      "a date that is a public holiday",
      offerDocument(centre({ dates: [{ units: ["sortie"], dates: ["2027-05-06"], places: 12 }] })),
      "warning activities.0.seasons.0.dates.0.dates.0: Ce jour est férié (Ascension)",
    ],
    [
      "places and adults at once",
      offerDocument(
        centre({ capacities: [{ ageGroup: "petits", from: "09:00", to: "12:00", places: 3, adults: 3 }] }),
      ),
      "refused activities.0.seasons.0.capacities.0: Écrivez un nombre de places ou un nombre d’adultes",
    ],
    [
      "adults without a ratio",
      offerDocument(centre({ capacities: [{ ageGroup: "grands", from: "09:00", to: "12:00", adults: 3 }] })),
      "refused activities.0.seasons.0.capacities.0.adults: « 6 à 11 ans » ne dit pas combien d’enfants",
    ],
    [
      "half-hours that do not divide the window",
      offerDocument(centre({ capacities: [{ from: "09:00", to: "11:45", places: 3, every: 30 }] })),
      "refused activities.0.seasons.0.capacities.0.every: « every: 30 » ne tombe pas juste entre 09:00 et 11:45",
    ],
    [
      "half-hours that two lines count",
      offerDocument(
        centre({
          capacities: [
            { from: "09:00", to: "17:00", places: 3, every: 30 },
            { from: "12:00", to: "14:00", places: 2 },
          ],
        }),
      ),
      "refused activities.0.seasons.0.capacities.1: Ces places se comptent par demi-heure",
    ],
    [
      "adults of every age",
      offerDocument(centre({ capacities: [{ from: "09:00", to: "12:00", adults: 3 }] })),
      "refused activities.0.seasons.0.capacities.0.adults: Un nombre d’adultes ne donne des places que pour une tranche",
    ],
    [
      "shared places twice",
      offerDocument(
        centre({
          capacities: [
            { from: "09:00", to: "12:00", places: 3 },
            { from: "09:00", to: "17:00", places: 9 },
          ],
        }),
      ),
      "refused activities.0.seasons.0.capacities.1: Ces places partagées sont déjà comptées plus haut",
    ],
    [
      "shared places at hours of nothing",
      offerDocument(centre({ capacities: [{ from: "20:00", to: "21:00", places: 3 }] })),
      "warning activities.0.seasons.0.capacities.0: Aucune prestation n’a lieu à ces heures",
    ],
  ])("%s", (_, document, expected) => {
    expect(said(document)).toContainEqual(expect.stringContaining(expected));
  });
});
