import { readOffer } from "#activities";

import type { PlaceRule } from "../../rules/place-rule.ts";
import { checkAccess } from "../check/check-access.ts";
import { bookingSections } from "../sections.ts";
import { writeEnrolmentRule, type EnrolmentEntry } from "../stored/stored-enrolment.ts";
import { writePlaceRule, writtenPlaces } from "../stored/stored-places.ts";
import { readWindows } from "../stored/stored-windows.ts";
import type { RuleKind } from "./edit-rule.ts";

/**
 * @rule Changer le panier et la liste d'attente à partir d'un jour
 *
 * Le réglage vaut pour les séances à partir du jour choisi ; celles d'avant gardent le leur, et ceux qui attendent
 * gardent leur demande.
 *
 * Exemple : à partir du 1er janvier 2027, les places libérées sont données d'office. Le 10 décembre 2026, une place
 * libérée pour le 18 décembre est encore proposée, une place pour le 5 janvier est donnée.
 */
export const placeRuleKind: RuleKind<PlaceRule> = {
  act: "places.rule",
  check: (_writes, { activityCode }, rule) => {
    bookingSections.places.parse([{ activities: [activityCode], ...writtenPlaces(rule) }]);
    return Promise.resolve([]);
  },
  write: writePlaceRule,
};

/**
 * @rule Changer les conditions d'inscription à partir d'un jour
 *
 * La règle vaut pour qui s'inscrit à partir du jour choisi, et pour les saisons qui commencent à partir de lui ; les
 * inscriptions déjà faites restent.
 *
 * Exemple : le 20 novembre 2026, une condition d'âge est écrite à partir du 1er décembre. Une inscription du 25 novembre
 * n'y est pas tenue, une du 2 décembre l'est.
 */
export const enrolmentRuleKind: RuleKind<EnrolmentEntry> = {
  act: "enrolment.rule",
  async check(writes, activity, rule, from) {
    const entry = { activities: [activity.activityCode], ...rule };
    const enrolment = bookingSections.enrolment.parse([entry]) ?? [];
    const windows = await readWindows(writes, [activity]);
    return checkAccess({ enrolment, windows }, await readOffer(writes, from));
  },
  write: writeEnrolmentRule,
};
