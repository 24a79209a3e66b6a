import { SummaryList, type Fact } from "#platform";

import { texts } from "./texts.fr.ts";

/** What an enrolment, or one that is about to be made, says. */
export interface ToldEnrolment {
  firstName: string;
  activityName: string;
  siteName: string;
  seasonName: string;
  firstDay: Temporal.PlainDate;
  lastDay: Temporal.PlainDate;
  payerName: string;
  /** Null while it is asked. */
  regular: boolean | null;
  /** « les habitants », « les réguliers » */
  groups: readonly string[];
  /** When bookings open, where there are windows: apart from the days of the service. */
  openings?: string;
}

/** An enrolment in words, one fact a line. */
export function EnrolmentFactList(told: ToldEnrolment) {
  const { firstDay, lastDay } = told;
  const days =
    Temporal.PlainDate.compare(firstDay, lastDay) > 0
      ? texts.facts.noDays
      : texts.facts.daysOf(firstDay, lastDay);
  const facts: Fact[] = [
    { term: texts.facts.who, value: told.firstName },
    { term: texts.facts.activity, value: told.activityName },
    { term: texts.facts.site, value: told.siteName },
    { term: texts.facts.season, value: told.seasonName },
    { term: texts.facts.days, value: days },
    { term: texts.facts.payer, value: told.payerName },
  ];
  if (told.regular !== null) {
    const rhythm = told.regular ? texts.check.regularly : texts.check.sometimes;
    facts.push({ term: texts.facts.rhythm, value: rhythm });
  }
  if (told.openings) facts.push({ term: texts.facts.openings, value: told.openings });
  if (told.groups.length > 0) facts.push({ term: texts.facts.groups, value: told.groups.join(", ") });
  return <SummaryList facts={facts} />;
}
