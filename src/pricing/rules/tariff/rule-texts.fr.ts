import { countOf, formatTime } from "#kernel";

const nth = (time: number) => (time === 1 ? "1ʳᵉ" : `${time}ᵉ`);

/** The words of a penalty and of a rule of absences, as an import says what changes. */
export const texts = {
  family: "une fois pour la famille",
  grace: (minutes: number) => `rien jusqu’à ${countOf(minutes, "minute")}`,
  times: (from: number | undefined, to: number | undefined) =>
    to === undefined
      ? from === undefined || from === 1
        ? ""
        : `à partir de la ${nth(from)} fois`
      : from === undefined || from === to
        ? from === undefined
          ? `jusqu’à la ${nth(to)} fois`
          : `la ${nth(to)} fois`
        : `de la ${nth(from)} à la ${nth(to)} fois`,
  otherAbsence: "toute autre absence",
  absence: (reasons: readonly string[]) => `absence ${reasons.join(" ou ")}`,
  billed: { full: "facturée comme une présence", none: "non facturée" },
  price: (price: string) => `facturée ${price}`,
  proof: ({ withinHours, withinDays }: { withinHours?: number; withinDays?: number }) =>
    `avec un justificatif${withinHours === undefined ? "" : ` sous ${countOf(withinHours, "heure")}`}${
      withinDays === undefined ? "" : ` sous ${countOf(withinDays, "jour")}`
    }`,
  toldBy: (time: string) => `dite le premier jour avant ${formatTime(Temporal.PlainTime.from(time))}`,
  firstDays: (days: number, school: boolean) =>
    `sauf ${days === 1 ? "le premier jour" : `les ${days} premiers jours`}${school ? " d’école" : ""}`,
} as const;
