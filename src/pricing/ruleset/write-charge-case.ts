import type { Absence, CareContract, ChargeFacts } from "../rules/tariff/charge-facts.ts";

/**
 * The facts of a charge in the words of a case, as JSON keeps them: `readChargeCase` reads the same facts again. Days and
 * hours are texts, to the minute.
 */
export function writeChargeCase(
  what: { readonly activity: string; readonly unit: string } | { readonly fee: string },
  { date, qf, absence, cancelled, contract, ...facts }: ChargeFacts,
): Readonly<Record<string, unknown>> {
  return {
    ...what,
    date: date.toString(),
    ...facts,
    ...(qf === undefined
      ? {}
      : {
          qf: {
            value: qf.value,
            from: qf.from.toString(),
            ...(qf.until === undefined ? {} : { until: qf.until.toString() }),
          },
        }),
    ...(absence === undefined ? {} : { absence: absenceCase(absence) }),
    ...(cancelled === undefined
      ? {}
      : { cancelled: { ...cancelled, at: moment(cancelled.at), until: moment(cancelled.until) } }),
    ...(contract === undefined ? {} : { contract: contractCase(contract) }),
  };
}

function contractCase({ days, ended, ...contract }: CareContract): Readonly<Record<string, unknown>> {
  return {
    ...contract,
    days: days.map(({ day, absence, ...hours }) => ({
      day: day.toString(),
      ...hours,
      ...(absence === undefined
        ? {}
        : { absence: typeof absence === "string" ? absence : absenceCase(absence) }),
    })),
    ...(ended === undefined
      ? {}
      : {
          ended: {
            lastDay: ended.lastDay.toString(),
            months: ended.months.map(({ firstDay, ...month }) => ({
              firstDay: firstDay.toString(),
              ...month,
            })),
          },
        }),
  };
}

function absenceCase({ since, proofAt, toldAt, ...absence }: Absence): Readonly<Record<string, unknown>> {
  return {
    ...absence,
    since: moment(since),
    ...(proofAt === undefined ? {} : { proofAt: moment(proofAt) }),
    ...(toldAt === undefined ? {} : { toldAt: moment(toldAt) }),
  };
}

const moment = (at: Temporal.PlainDateTime) => at.toString({ smallestUnit: "minute" });
