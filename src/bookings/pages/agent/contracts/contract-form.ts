import { z } from "zod";

import { weekdayName, type Id } from "#kernel";
import { formId, formList, formText, isoDate, type Correction } from "#platform";

import type { ContractRefusal, FullDays } from "../../../contracts/sign-contract.ts";
import type { WantedContract } from "../../../contracts/wanted-contract.ts";
import type { ContractTerms, DayHours, WeekPattern } from "../../../rules/contract/week-pattern.ts";
import { texts } from "./texts.fr.ts";

/** The longest reason: it stands with each day, and the family reads it. */
export const LONGEST_REASON = 200;

const DAYS = [1, 2, 3, 4, 5, 6, 7] as const;

/** « 1:480 » is Monday at 8 h. */
const moment = z.union([z.literal(""), z.string().regex(/^[1-7]:(\d{1,3}|1[0-3]\d{2}|14[0-3]\d|1440)$/)], {
  error: texts.toCorrect.badHour,
});
const moments = formList(moment, DAYS.length);
const day = z.string(texts.toCorrect.noDay).min(1, texts.toCorrect.noDay).pipe(isoDate);
const nothing = z.literal("").transform(() => null);

/** The place that a contract is about, and the contract that it changes, if any. */
export const placeFields = z.object({
  inscription: formId<"enrolment">(),
  prestation: formId<"unit">(),
  remplace: z.union([nothing, formId<"contract">()]).default(null),
});

/** The form as it was sent. */
export const contractForm = placeFields
  .extend({
    du: day,
    au: day,
    adaptation: z.union([nothing, isoDate]).default(null),
    arrivee: moments,
    depart: moments,
    "adaptation-arrivee": moments,
    "adaptation-depart": moments,
  })
  .transform((form, context) => {
    const issue = (field: string, message: string) =>
      context.addIssue({ code: "custom", path: [field], message });
    const week = weekOf(form.arrivee, form.depart, (field, weekday) =>
      issue(field, texts.toCorrect.half(weekdayName(weekday))),
    );
    const shorter = weekOf(form["adaptation-arrivee"], form["adaptation-depart"], (field, weekday) =>
      issue(`adaptation-${field}`, texts.toCorrect.half(weekdayName(weekday))),
    );
    if (form.adaptation === null && shorter.length > 0) issue("adaptation", texts.toCorrect.noAdaptationDay);
    const adapting = form.adaptation === null ? null : { until: form.adaptation, week: shorter };
    return {
      enrolmentId: form.inscription,
      unitId: form.prestation,
      replaces: form.remplace,
      terms: { firstDay: form.du, lastDay: form.au, week, adapting },
    };
  });

/** A form that could be read. */
export type ContractForm = Omit<WantedContract, "householdId">;

/** What the agent agrees to after having seen what it does. */
export const agreementFields = z.object({
  cle: formId<"submission">(),
  vu: z.string().regex(/^[0-9a-f]{16}$/),
  complets: z.enum(["", "laisser", "depasser"]).default(""),
  motif: formText(LONGEST_REASON).default(""),
});

/** What becomes of full days, as it was answered. */
export function fullOf({ complets, motif }: z.output<typeof agreementFields>): FullDays | null {
  if (complets === "") return null;
  return complets === "laisser" ? "leave" : { over: motif };
}

const text = z.string().catch("");
const textList = formList(z.string(), DAYS.length).catch([]);
const termsShape = z.object({
  du: text,
  au: text,
  adaptation: text,
  arrivee: textList,
  depart: textList,
  "adaptation-arrivee": textList,
  "adaptation-depart": textList,
});

const typedShape = termsShape.extend({ inscription: text, prestation: text, remplace: text });

/** What was typed besides the place, in the address of a form that comes back from its check. */
export const typedTerms = termsShape.catch(termsShape.parse({}));

/** The form as it was typed, whatever it is, to be shown again. */
export type TypedContract = z.output<typeof typedShape>;

/** See `TypedContract`. */
export const typedContract = typedShape.catch(typedShape.parse({}));

/** What the form would have to say to mean these terms. */
export function typedFrom({
  enrolmentId,
  unitId,
  replaces,
  terms,
}: Pick<WantedContract, "enrolmentId" | "unitId" | "replaces"> & {
  terms: Omit<ContractTerms, "lastDay" | "firstDay"> & {
    firstDay: Temporal.PlainDate | null;
    lastDay: Temporal.PlainDate;
  };
}): TypedContract {
  const { firstDay, lastDay, week, adapting } = terms;
  const at = (days: WeekPattern, end: "from" | "to") => days.map((one) => momentText(one.weekday, one[end]));
  return {
    inscription: enrolmentId,
    prestation: unitId,
    remplace: replaces ?? "",
    du: firstDay?.toString() ?? "",
    au: lastDay.toString(),
    adaptation: adapting?.until.toString() ?? "",
    arrivee: at(week, "from"),
    depart: at(week, "to"),
    "adaptation-arrivee": at(adapting?.week ?? [], "from"),
    "adaptation-depart": at(adapting?.week ?? [], "to"),
  };
}

/** How the form says a time of a weekday. */
export function momentText(weekday: number, minute: number): string {
  return `${weekday}:${minute}`;
}

/** The form as hidden fields or as an address says it. */
export function pairsOf(typed: TypedContract): [name: string, value: string][] {
  return Object.entries(typed).flatMap(([name, value]) =>
    (typeof value === "string" ? [value] : value)
      .filter((one) => one !== "")
      .map((one): [string, string] => [name, one]),
  );
}

/** What to write instead, beside its field; a refusal that no field of the contract answers for has none. */
export function correctionOf(refusal: ContractRefusal): Correction | undefined {
  switch (refusal.code) {
    case "past":
      return { field: "du", message: texts.toCorrect.past(refusal.today) };
    case "backwards":
      return { field: "au", message: texts.toCorrect.backwards };
    case "outside-enrolment":
      return { field: "du", message: texts.toCorrect.outside(refusal.firstDay, refusal.lastDay) };
    case "after-the-end":
      return { field: "du", message: texts.toCorrect.afterTheEnd(refusal.lastDay) };
    case "adapting-outside":
      return { field: "adaptation", message: texts.toCorrect.adaptingOutside };
    case "empty-week":
      return refusal.which === "week"
        ? { field: "semaine", message: texts.toCorrect.emptyWeek }
        : { field: "semaine-adaptation", message: texts.toCorrect.emptyAdapting };
    case "bad-hours": {
      const field = `${refusal.which === "week" ? "" : "adaptation-"}depart-${refusal.weekday}`;
      return { field, message: texts.toCorrect.badHours(weekdayName(refusal.weekday)) };
    }
    case "overlaps":
      return { field: "du", message: texts.toCorrect.overlaps(refusal.other.terms) };
    case "unknown":
    case "key-taken":
    case "no-reason":
    case "look-again":
      return undefined;
  }
}

/** The days that have both an arrival and a departure; `half` is told of a day that has one of them. */
function weekOf(
  arrivals: readonly string[],
  departures: readonly string[],
  half: (field: string, weekday: number) => void,
): DayHours[] {
  const [from, to] = [minutesByDay(arrivals), minutesByDay(departures)];
  return DAYS.flatMap((weekday) => {
    const [arrival, departure] = [from.get(weekday), to.get(weekday)];
    if (arrival !== undefined && departure !== undefined) return [{ weekday, from: arrival, to: departure }];
    if (arrival !== undefined) half(`depart-${weekday}`, weekday);
    if (departure !== undefined) half(`arrivee-${weekday}`, weekday);
    return [];
  });
}

function minutesByDay(moments: readonly string[]): ReadonlyMap<number, number> {
  return new Map(
    moments
      .filter((one) => one !== "")
      .map((one) => {
        const [weekday, minute] = one.split(":").map(Number);
        return [weekday ?? 0, minute ?? 0];
      }),
  );
}

/** The address of a family's contracts, for agents. */
export const contractsAddress = (household: Id<"household">): string =>
  `/agent/familles/${household}/contrats`;
