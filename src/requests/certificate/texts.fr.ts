import { formatDayAndYear, parisDate } from "#kernel";

/** Words of a certificate of enrolment. */
export const texts = {
  title: "Attestation d’inscription",
  says: (authority: string, child: string) =>
    `${authority} atteste que ${child} est inscrit aux services suivants :`,
  born: (day: Temporal.PlainDate) => `Date de naissance : ${formatDayAndYear(day)}`,
  line: (activity: string, first: Temporal.PlainDate, last: Temporal.PlainDate) =>
    `${activity}, du ${formatDayAndYear(first)} au ${formatDayAndYear(last)}`,
  given: (by: string, at: Temporal.Instant) => `Établie par ${by} le ${formatDayAndYear(parisDate(at))}.`,
  file: (number: number) => `attestation-inscription-${number}.pdf`,
} as const;
