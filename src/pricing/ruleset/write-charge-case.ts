import type { Absence, ChargeFacts } from "../rules/tariff/charge-facts.ts";

/**
 * The facts of a charge in the words of a case, as JSON keeps them: `readChargeCase` reads the same facts again. Days and
 * hours are texts, to the minute.
 */
export function writeChargeCase(
  what: { readonly activity: string; readonly unit: string } | { readonly fee: string },
  { date, qf, absence, ...facts }: ChargeFacts,
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
