import { formatDayAndYear, formatDayOfMonth, joinChoices, joinList, monthName } from "#kernel";

import { agePhrase } from "./age-phrase.ts";
import type { AgeCondition, Condition, EnrolmentConditions, FileItem, PriorityGroup } from "./condition.ts";
import { groupNames, groupPhrase } from "./group-phrase.ts";

const FILE: Readonly<Record<FileItem, string>> = {
  address: "une adresse",
  phone: "un téléphone",
  email: "une adresse e-mail",
};

/** What the rule of an activity asks, condition by condition, in the words of an agent. */
export function rulePhrases(conditions: EnrolmentConditions): readonly string[] {
  const names = groupNames(conditions);
  return conditions.map((item) =>
    item.kind === "priority" ? priorityPhrase(item, names) : conditionPhrase(item, names),
  );
}

function priorityPhrase({ name, points, who }: PriorityGroup, names: ReadonlyMap<string, string>): string {
  const given = who === undefined ? "donné par un agent" : conditionPhrase(who, names);
  return `groupe prioritaire : ${name} (${points} ${points < 2 ? "point" : "points"} ; ${given})`;
}

/** One condition: « avoir de 3 ans à moins de 12 ans le jour de la séance ». */
function conditionPhrase(condition: Condition, names: ReadonlyMap<string, string>): string {
  switch (condition.kind) {
    case "age":
      return `avoir ${agesPhrase(condition)} ${dayPhrase(condition.on)}`;
    case "school": {
      const { schools, levels, classes } = condition;
      const parts = [listed("école", schools), listed("niveau", levels), listed("classe", classes)].filter(
        (part) => part !== "",
      );
      return `être scolarisé (${parts.join(" ; ")})`;
    }
    case "residence":
      return "habiter une commune de la collectivité";
    case "completeFile":
      return `un dossier avec ${joinList(condition.needs.map((item) => FILE[item]))}`;
    case "document":
      return `avoir envoyé un document : « ${condition.document} »`;
    case "sibling":
      return condition.activities === undefined
        ? "un frère ou une sœur déjà inscrits ici"
        : `un frère ou une sœur déjà inscrits (${condition.activities.join(", ")})`;
    case "audience":
      return condition.who === "children" ? "être un enfant" : "être un adulte";
    case "group":
      return `être parmi ${joinChoices(condition.groups.map((group) => groupPhrase(group, names)))}`;
    case "regular":
      return "s’inscrire comme habitué";
    case "all":
      return condition.of.map((one) => conditionPhrase(one, names)).join(", et ");
    case "any":
      return condition.of.map((one) => conditionPhrase(one, names)).join(", ou bien ");
    case "not":
      return `ne pas être dans ce cas : ${conditionPhrase(condition.of, names)}`;
  }
}

function agesPhrase({ fromYears, fromMonths, untilYears, untilMonths }: AgeCondition): string {
  const from = fromYears === undefined ? fromMonths : fromYears * 12;
  const until = untilYears === undefined ? untilMonths : untilYears * 12;
  if (until === undefined) return `${agePhrase(from ?? 0)} ou plus`;
  return from === undefined
    ? `moins de ${agePhrase(until)}`
    : `de ${agePhrase(from)} à moins de ${agePhrase(until)}`;
}

function dayPhrase(on: string): string {
  switch (on) {
    case "slotDay":
      return "le jour de la séance";
    case "enrolment":
      return "le jour de l’inscription";
    case "seasonStart":
      return "le premier jour de la saison";
    default: {
      if (on.length > "12-31".length) return `le ${formatDayAndYear(Temporal.PlainDate.from(on))}`;
      const day = Temporal.PlainDate.from(`2024-${on}`);
      return `le ${formatDayOfMonth(day)} ${monthName(day.month)} de l’année où la saison commence`;
    }
  }
}

function listed(one: string, names: readonly string[] | undefined): string {
  if (names === undefined) return "";
  return `${one} ${joinChoices(names)}`;
}
