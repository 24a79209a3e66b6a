import { z } from "zod";

import { parisDateTime, parisInstant, type Id } from "#kernel";
import { formId, isoDate, type Correction } from "#platform";

import type { ChangeRefusal } from "../../../windows/change-windows.ts";
import type { WindowCard } from "../../../windows/window-queries.ts";
import { texts } from "./texts.fr.ts";

/** How the form says « tous ». */
export const EVERYBODY = "*";

const hour = z
  .string(texts.toCorrect.noHour)
  .trim()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, texts.toCorrect.noHour)
  .transform((text) => Temporal.PlainTime.from(text));
const nothing = z.literal("").transform(() => null);

/** The form as it was sent; days that are left out are the season's. */
export const windowForm = z
  .object({
    saison: z.string(texts.toCorrect.noSeason).min(1, texts.toCorrect.noSeason).pipe(formId<"season">()),
    pour: z
      .string(texts.toCorrect.noGroup)
      .regex(/^(\*|[a-z0-9]+(-[a-z0-9]+)*)$/, texts.toCorrect.noGroup)
      .max(60, texts.toCorrect.noGroup),
    du: z.union([nothing, isoDate]).default(null),
    au: z.union([nothing, isoDate]).default(null),
    ouvre: z.string(texts.toCorrect.noDay).min(1, texts.toCorrect.noDay).pipe(isoDate),
    "ouvre-heure": hour,
    ferme: z.union([nothing, isoDate]).default(null),
    "ferme-heure": z.union([nothing, hour]).default(null),
    change: z.union([nothing, formId<"window">()]).default(null),
  })
  .refine(({ ferme, "ferme-heure": at }) => (ferme === null) === (at === null), {
    path: ["ferme"],
    message: texts.toCorrect.half,
  })
  .transform((form) => ({
    seasonId: form.saison,
    group: form.pour === EVERYBODY ? null : form.pour,
    firstDay: form.du,
    lastDay: form.au,
    opensAt: parisInstant(form.ouvre, form["ouvre-heure"]),
    closesAt:
      form.ferme === null || form["ferme-heure"] === null
        ? null
        : parisInstant(form.ferme, form["ferme-heure"]),
    replaces: form.change,
  }));

/** A form that could be read. */
export type WindowForm = z.output<typeof windowForm>;

const text = z.string().catch("");

/** What was typed, whatever it is, to be shown again. */
export const typedWindow = z
  .object({
    saison: text,
    pour: text,
    du: text,
    au: text,
    ouvre: text,
    "ouvre-heure": text,
    ferme: text,
    "ferme-heure": text,
    change: text,
  })
  .catch({
    saison: "",
    pour: EVERYBODY,
    du: "",
    au: "",
    ouvre: "",
    "ouvre-heure": "",
    ferme: "",
    "ferme-heure": "",
    change: "",
  });

/** The form as it was typed. */
export type TypedWindow = z.output<typeof typedWindow>;

/** What the form would have to say to mean this window. */
export function typedFrom(
  window: Pick<WindowCard, "seasonId" | "group" | "firstDay" | "lastDay" | "opensAt" | "closesAt">,
  replaces: Id<"window"> | null,
): TypedWindow {
  const opens = parisDateTime(window.opensAt);
  const closes = window.closesAt === null ? null : parisDateTime(window.closesAt);
  const hourOf = (at: Temporal.PlainDateTime) => at.toPlainTime().toString({ smallestUnit: "minute" });
  return {
    saison: window.seasonId,
    pour: window.group ?? EVERYBODY,
    du: window.firstDay.toString(),
    au: window.lastDay.toString(),
    ouvre: opens.toPlainDate().toString(),
    "ouvre-heure": hourOf(opens),
    ferme: closes?.toPlainDate().toString() ?? "",
    "ferme-heure": closes === null ? "" : hourOf(closes),
    change: replaces ?? "",
  };
}

/** What to write instead, beside its field; what is not the agent's has no words: it does not exist. */
export function correctionOf(refusal: Exclude<ChangeRefusal, { code: "unknown" }>): Correction {
  switch (refusal.code) {
    case "opened":
      return { field: "ouvre", message: texts.toCorrect.opened(refusal.opensAt) };
    case "opens-in-the-past":
      return { field: "ouvre", message: texts.toCorrect.past };
    case "closes-before-it-opens":
      return { field: "ferme", message: texts.toCorrect.closesFirst };
    case "backwards":
      return { field: "au", message: texts.toCorrect.backwards };
    case "outside-season":
      return { field: "du", message: texts.toCorrect.outside(refusal.season.first, refusal.season.last) };
    case "unknown-group":
      return { field: "pour", message: texts.toCorrect.unknownGroup };
    case "same-window":
      return { field: "pour", message: texts.toCorrect.same };
  }
}
