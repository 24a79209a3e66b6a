import { capitalise, formatDayAndYear, formatTime, joinList, weekdayName, type NotCounted } from "#kernel";

import type {
  CutOff,
  DeadlineRule,
  LastSchoolDayRule,
  OnDayOff,
  PlainRule,
  WeekdayGroupsRule,
} from "./deadline-rule.ts";

/**
 * What a rule says, in one sentence, without any slot: « Deux jours avant, à 10 h (les samedis, les dimanches et les
 * jours fériés ne comptent pas). » An agent reads the règlement so.
 */
export function ruleSentence({ afterHolidays, ...rule }: DeadlineRule): string {
  const usual = capitalise(phraseOf(rule));
  if (afterHolidays === undefined) return `${usual}.`;
  const when = afterHolidays.slots === "firstDay" ? "le premier jour" : "la première semaine";
  return `${usual} ; pour ${when} d’école après des vacances, ${phraseOf(afterHolidays.rule)}.`;
}

function phraseOf(rule: PlainRule | LastSchoolDayRule): string {
  switch (rule.kind) {
    case "daysBefore":
      return `${daysPhrase(rule.days)}, ${cutOffPhrase(rule.cutOff)}${notCountedPhrase(rule.notCounted)}`;
    case "weekday": {
      const week =
        rule.weeksBefore === 1 ? "de la semaine d’avant" : `de ${rule.weeksBefore} semaines plus tôt`;
      const day = `le ${weekdayName(rule.weekday)} ${week}, ${cutOffPhrase(rule.at)}`;
      return `${day}${notCountedPhrase(rule.notCounted)}${dayOffPhrase(rule.onDayOff, rule.notCounted)}`;
    }
    case "weekdayGroups":
      return `${groupsPhrase(rule)}${notCountedPhrase(rule.notCounted)}${dayOffPhrase(rule.onDayOff, rule.notCounted)}`;
    case "clearDays": {
      const before = rule.before === "season" ? "de la saison" : "des vacances";
      // None between the deadline and the period: it is the eve.
      const days =
        rule.days === 0
          ? "la veille du"
          : `${rule.days} ${rule.days < 2 ? "jour franc" : "jours francs"} avant le`;
      return `${days} premier jour ${before}, ${cutOffPhrase(rule.at)}${notCountedPhrase(rule.notCounted)}`;
    }
    case "hoursBefore":
      if (rule.hours === 0) return "jusqu’au début de la séance";
      return `${rule.hours} ${rule.hours < 2 ? "heure" : "heures"} avant le début de la séance${notCountedPhrase(rule.notCounted)}`;
    case "until": {
      const at = `${formatDayAndYear(rule.at.toPlainDate())} à ${formatTime(rule.at.toPlainTime())}`;
      return `jusqu’au ${at}, pour toutes les séances`;
    }
    case "slotStart":
      return "jusqu’au début de la séance";
    case "never":
      return "pas en ligne";
    case "lastSchoolDay":
      return `le dernier jour d’école avant ces vacances, ${cutOffPhrase(rule.at)}`;
  }
}

function daysPhrase(days: number): string {
  if (days === 0) return "le jour même";
  return `${days} ${days < 2 ? "jour" : "jours"} avant`;
}

function cutOffPhrase(cut: CutOff): string {
  switch (cut.kind) {
    case "time":
      return `à ${formatTime(cut.time)}`;
    case "slotStart":
      return "à l’heure de la séance";
    case "endOfDay":
      return "jusqu’à minuit";
  }
}

function groupsPhrase({ groups }: WeekdayGroupsRule): string {
  return groups
    .map(({ slots, weekday, at }) => {
      const days = joinList(slots.map(weekdayName));
      return `pour ${days}, le ${weekdayName(weekday)} d’avant ${cutOffPhrase(at)}`;
    })
    .join(" ; ");
}

/** « (les samedis et les dimanches ne comptent pas) »; nothing where every day counts. */
function notCountedPhrase(days: NotCounted): string {
  const kinds = [
    days.saturdays ? "les samedis" : "",
    days.sundays ? "les dimanches" : "",
    ...days.weekdays.map((weekday) => `les ${weekdayName(weekday)}s`),
    days.publicHolidays ? "les jours fériés" : "",
    days.schoolHolidays ? "les vacances scolaires" : "",
    days.closures ? "les fermetures" : "",
  ].filter((kind) => kind !== "");
  return kinds.length === 0 ? "" : ` (${joinList(kinds)} ne comptent pas)`;
}

/** Where the cut-off goes from a day that does not count; nothing to say where every day does. */
function dayOffPhrase(onDayOff: OnDayOff, days: NotCounted): string {
  if (notCountedPhrase(days) === "" || onDayOff === "stays") return "";
  return onDayOff === "back"
    ? ", avancé au dernier jour qui compte si c’en est un"
    : ", reporté au premier jour qui compte si c’en est un";
}
