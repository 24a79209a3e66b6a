import type { Finding } from "#kernel";

import type { OfferDocument } from "../schema.ts";
import { texts } from "../texts.fr.ts";
import { checkActivity } from "./check-activity.ts";
import { namedTwice, refused, warning, when } from "./findings.ts";

/**
 * @rule Ce qu'un règlement ne peut pas dire de l'offre
 *
 * Un fichier est refusé quand il se contredit : deux fois le même code, un lieu ou une prestation qu'il ne nomme pas,
 * des horaires ou des dates à l'envers, deux saisons d'une activité ou deux tranches d'âge qui se chevauchent, deux
 * ouvertures d'une prestation le même jour de la semaine, des places à la fois en nombre et en adultes. Il est pris avec
 * un avertissement quand il laisse un trou : une activité sans saison, une prestation qui n'ouvre jamais, une tranche
 * d'âge que rien ne couvre, un lieu où rien n'a lieu.
 *
 * In: the sections of the file. Out: what to correct, with where it is written.
 */
export function checkOffer(document: OfferDocument): readonly Finding[] {
  const { calendar, sites, activities = [] } = document;
  return [
    ...when(calendar === undefined && sites !== undefined, () => warning([], texts.check.noCalendar)),
    ...namedTwice(
      (sites ?? []).map(({ code }) => code),
      (index) => ["sites", index, "code"],
      texts.check.siteTwice,
    ),
    ...(sites ?? []).flatMap(({ code, name }, index) =>
      when(
        activities.every(({ site }) => site !== code),
        () => warning(["sites", index], texts.check.siteUnused(name)),
      ),
    ),
    ...namedTwice(
      activities.map(({ code }) => code),
      (index) => ["activities", index, "code"],
      texts.check.activityTwice,
    ),
    ...activities.flatMap((activity, index) => [
      ...when(sites !== undefined && sites.every(({ code }) => code !== activity.site), () =>
        refused(["activities", index, "site"], texts.check.noSuchSite(activity.site)),
      ),
      ...checkActivity(activity, ["activities", index], calendar),
    ]),
  ];
}
