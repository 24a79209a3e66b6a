import { countOf, formatDateRange, joinList, replacedWords } from "#kernel";

import { unaskedWords, type AlertRule } from "../../rules/alert-rule.ts";
import type { EnrolmentConditions } from "../../rules/conditions/condition.ts";
import { unnamedGroup } from "../../rules/conditions/group-phrase.ts";
import { rulePhrases } from "../../rules/conditions/rule-phrase.ts";
import { lateSentence, paymentSentence, waitingSentence, type PlaceRule } from "../../rules/place-rule.ts";
import { momentOf } from "../../rules/window-sentence.ts";

const ACTS = { book: "réserver", cancel: "annuler", change: "changer les heures" } as const;

type Enrolment = { readonly by: "family" | "agent"; readonly conditions: EnrolmentConditions };

const WHO = { family: "la famille s’inscrit elle-même", agent: "un agent inscrit" } as const;

/** Who enrols where that changes, then the conditions that do. */
function enrolmentWords(before: Enrolment, after: Enrolment): string {
  const [was, is] = [rulePhrases(before.conditions), rulePhrases(after.conditions)];
  const conditions =
    was.join() === is.join()
      ? []
      : is.length === 0
        ? [`sans condition (jusque-là, ${was.join(" ; ")})`]
        : [`conditions : ${replacedWords(was, is)}`];
  const who = before.by === after.by ? [] : [`${WHO[after.by]} (jusque-là, ${WHO[before.by]})`];
  return [...who, ...conditions].join(" ; ");
}

interface ToldWindow {
  readonly group: string | null;
  readonly opensAt: Temporal.Instant;
  readonly closesAt: Temporal.Instant | null;
  /** Where it does not open the whole season. */
  readonly days: { readonly first: Temporal.PlainDate; readonly last: Temporal.PlainDate } | null;
}

/** « le lundi 18 janvier à 8 h 30 pour tous, jusqu’au vendredi 5 février à 12 h, séances du 22 au 26 février » */
function windowWords({ group, opensAt, closesAt, days }: ToldWindow): string {
  return [
    `le ${momentOf(opensAt)} pour ${group === null ? "tous" : unnamedGroup(group)}`,
    ...(closesAt === null ? [] : [`jusqu’au ${momentOf(closesAt)}`]),
    ...(days === null ? [] : [`séances ${formatDateRange(days.first, days.last)}`]),
  ].join(", ");
}

const placeWords = (rule: PlaceRule) =>
  [
    lowered(paymentSentence(rule)),
    waitingSentence(rule),
    ...(rule.lateCancellation === true ? [lateSentence(rule)] : []),
  ].join(" ");

/** What an import says of the sections of bookings. */
export const texts = {
  alerts: (rule: AlertRule) => `Alertes de qui n’a pas choisi : ${unaskedWords(rule)}.`,
  laterAlerts: "Alertes : le réglage prévu pour plus tard est remplacé.",
  deadline: (
    what: readonly string[],
    acts: readonly (keyof typeof ACTS)[],
    { before, after }: { before: string | null; after: string },
  ) =>
    `${what.join(", ")} : pour ${joinList(acts.map((act) => ACTS[act]))}, ${phrase(after)}${
      before === null ? "" : ` (jusque-là, ${phrase(before)})`
    }.`,
  laterDeadlines: (activity: string, count: number) =>
    `${activity} : ${countOf(count, "délai prévu", "délais prévus")} pour plus tard ${count < 2 ? "est remplacé" : "sont remplacés"}.`,
  windows: (
    activity: string,
    season: string,
    { before, after }: { before: readonly ToldWindow[]; after: readonly ToldWindow[] },
  ) =>
    `${activity}, ${season} : ${
      after.length === 0
        ? `plus de fenêtre, les séances se réservent tout de suite (jusque-là, ouverture ${before.map(windowWords).join(" ; ")})`
        : `ouverture : ${replacedWords(before.map(windowWords), after.map(windowWords))}`
    }.`,
  openedWindows: (activity: string, season: string, opened: readonly ToldWindow[]) =>
    `${activity}, ${season} : l’ouverture ${opened.map(windowWords).join(" ; ")} a déjà eu lieu, les familles s’y sont fiées. Elle reste, bien que le fichier ne la dise plus ainsi.`,
  enrolment: (activity: string, before: Enrolment, after: Enrolment) =>
    `${activity}, inscription : ${enrolmentWords(before, after)}.`,
  unnamedEnrolment: (activity: string) =>
    `${activity} : le fichier ne dit plus rien de ce service dans « enrolment ». Si ce n’est pas voulu, ajoutez-y son entrée.`,
  laterEnrolment: (activity: string) =>
    `${activity} : les conditions prévues pour plus tard sont remplacées.`,
  places: (activity: string, before: PlaceRule, after: PlaceRule) =>
    `${activity} : ${phrase(placeWords(after))} (jusque-là, ${phrase(placeWords(before))}).`,
  laterPlaces: (activity: string) =>
    `${activity} : les réglages du panier et de la liste d’attente prévus pour plus tard sont remplacés.`,
} as const;

/** The first letter small, to stand after a name. */
function lowered(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}

/** A sentence within another: a small letter, and no full stop. */
const phrase = (sentence: string) => lowered(sentence).replace(/\.$/, "");
