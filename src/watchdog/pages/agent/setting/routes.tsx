import { datedSettingRoutes } from "#identity";
import { Checkbox, formText, isoDate, TextField } from "#platform";
import { z } from "zod";

import { ruleWriter } from "../../../policy.ts";
import { WATCH_LIMITS, type WatchRule } from "../../../rules/watch-rule.ts";
import { changeWatchRule } from "../../../setting/change-watch-rule.ts";
import { watchRuleOn } from "../../../setting/watch-rule-on.ts";
import { texts } from "../texts.fr.ts";

const words = texts.setting;

/** A whole number between two; null where nothing is written. */
const threshold = ({ least, most }: { least: number; most: number }) =>
  formText(6).transform((text, context) => {
    if (text === "") return null;
    const number = /^\d{1,5}$/.test(text) ? Number(text) : least - 1;
    if (number < least || number > most) {
      context.addIssue({ code: "custom", message: words.number(least, most) });
    }
    return number;
  });

const ruleForm = z
  .object({
    des: isoDate,
    pointage: threshold(WATCH_LIMITS.unpointedAfterDays),
    mois: threshold(WATCH_LIMITS.unissuedFromDay),
    presences: z
      .literal("1")
      .optional()
      .transform((value) => value !== undefined),
    pourcent: threshold(WATCH_LIMITS.jumpPercent),
    euros: threshold(WATCH_LIMITS.jumpEuros),
    quotient: threshold(WATCH_LIMITS.quotientDays),
  })
  .refine(({ pourcent, euros }) => (pourcent === null) === (euros === null), {
    message: words.both,
    path: ["pourcent"],
  });

const NUMBERS = [
  ["pointage", words.unpointed, words.unpointedHint],
  ["mois", words.unissued, words.unissuedHint],
  ["pourcent", words.percent, words.percentHint],
  ["euros", words.euros, words.eurosHint],
  ["quotient", words.quotient, words.quotientHint],
] as const;

/** /agent/veille/reglage: an administrator chooses what is watched, and how soon it is told. */
export const ruleRoutes = datedSettingRoutes({
  path: "/agent/veille/reglage",
  access: ruleWriter,
  section: "watch",
  back: { href: "/agent/veille", label: texts.title },
  words,
  form: ruleForm,
  current: watchRuleOn,
  settingOf: ({ pointage, presences, mois, pourcent, euros, quotient }): WatchRule => ({
    unpointedAfterDays: pointage,
    unbilled: presences,
    unissuedFromDay: mois,
    jump: pourcent === null || euros === null ? null : { percent: pourcent, cents: euros * 100 },
    quotientDays: quotient,
  }),
  typedOf: (rule) => ({
    pointage: shown(rule.unpointedAfterDays),
    mois: shown(rule.unissuedFromDay),
    presences: rule.unbilled ? "1" : "",
    pourcent: shown(rule.jump?.percent),
    euros: shown(rule.jump === null ? null : Math.round(rule.jump.cents / 100)),
    quotient: shown(rule.quotientDays),
  }),
  change: (visit, from, rule) => changeWatchRule(visit, { from, rule }),
  fields: ({ typed, correction }) => (
    <>
      <Checkbox name="presences" value="1" label={words.unbilled} checked={typed("presences") === "1"} />
      {NUMBERS.map(([name, label, hint]) => (
        <TextField
          name={name}
          label={label}
          hint={hint}
          value={typed(name)}
          inputmode="numeric"
          width="short"
          correction={correction(name)}
          optional
        />
      ))}
    </>
  ),
});

const shown = (number: number | null | undefined) =>
  number === null || number === undefined ? "" : String(number);
