import { datedSettingRoutes } from "#identity";
import { capitalise, monthName } from "#kernel";
import { Checkbox, formText, isoDate, Radios, Select, TextField } from "#platform";
import { z } from "zod";

import { settingWriter } from "../../../policy.ts";
import { changeQfSetting, qfSettingOn } from "../../../quotients/qf-setting.ts";
import type { QfSetting } from "../../../rules/qf/qf-setting.ts";
import { texts } from "../texts.fr.ts";

const words = texts.setting;
const EFFECTS = { jour: "day", mois: "month", annee: "year" } as const;

const count = (most: number) =>
  formText(4).transform((text, context) => {
    const number = /^\d{1,3}$/.test(text) ? Number(text) : most + 1;
    if (number > most) context.addIssue({ code: "custom", message: words.badNumber });
    return number;
  });

const dayOfYear = formText(5).transform((text, context): QfSetting["expires"] => {
  if (text === "") return null;
  const [, day, month] = /^(\d{1,2})\/(\d{1,2})$/.exec(text) ?? [];
  try {
    // A leap year, so that 29 February may be written.
    const of = { year: 2024, month: Number(month), day: Number(day) };
    const read = Temporal.PlainDate.from(of, { overflow: "reject" });
    return { month: read.month, day: read.day };
  } catch {
    context.addIssue({ code: "custom", message: words.badDay });
    return z.NEVER;
  }
});

const tick = z
  .literal("1")
  .optional()
  .transform((value) => value !== undefined);

const settingForm = z.object({
  des: isoDate,
  effet: z.enum(["jour", "mois", "annee"]),
  annee: count(12).refine((month) => month > 0, words.badNumber),
  retroactif: tick,
  premier: tick,
  expire: dayOfYear,
  proche: count(364),
  prevenir: count(180),
  verifier: tick,
});

/** /agent/quotients/reglage: an administrator chooses from when quotients count, until when, and who checks them. */
export const quotientSettingRoutes = datedSettingRoutes({
  path: "/agent/quotients/reglage",
  access: settingWriter,
  section: "quotients",
  back: { href: "/agent/quotients", label: words.back },
  words,
  form: settingForm,
  current: qfSettingOn,
  settingOf: (form): QfSetting => ({
    validFrom: form.des,
    effect: EFFECTS[form.effet],
    yearStartMonth: form.annee,
    retroactive: form.retroactif,
    firstAtOnce: form.premier,
    expires: form.expire,
    expiresLeastDays: form.proche,
    warnDays: form.prevenir,
    verify: form.verifier,
  }),
  typedOf: ({ effect, yearStartMonth, retroactive, firstAtOnce, expires, verify, ...days }) => ({
    effet: effect === "day" ? "jour" : effect === "month" ? "mois" : "annee",
    annee: String(yearStartMonth),
    retroactif: retroactive ? "1" : "",
    premier: firstAtOnce ? "1" : "",
    expire: expires === null ? "" : `${two(expires.day)}/${two(expires.month)}`,
    proche: String(days.expiresLeastDays),
    prevenir: String(days.warnDays),
    verifier: verify ? "1" : "",
  }),
  change: (visit, _from, setting) => changeQfSetting(visit, setting),
  fields: ({ typed, correction }) => (
    <>
      <Radios
        name="effet"
        legend={words.effect}
        value={typed("effet")}
        options={[
          { value: "jour", label: words.effects.day },
          { value: "mois", label: words.effects.month },
          { value: "annee", label: words.effects.year },
        ]}
        correction={correction("effet")}
      />
      <Select
        name="annee"
        label={words.yearStart}
        value={typed("annee")}
        options={Array.from({ length: 12 }, (_, index) => ({
          value: String(index + 1),
          label: capitalise(monthName(index + 1)),
        }))}
        correction={correction("annee")}
      />
      <Checkbox name="retroactif" value="1" label={words.retroactive} checked={typed("retroactif") === "1"} />
      <Checkbox name="premier" value="1" label={words.firstAtOnce} checked={typed("premier") === "1"} />
      <TextField
        name="expire"
        label={words.expires}
        hint={words.expiresHint}
        value={typed("expire")}
        width="short"
        correction={correction("expire")}
        optional
      />
      <TextField
        name="proche"
        label={words.least}
        value={typed("proche")}
        inputmode="numeric"
        width="short"
        correction={correction("proche")}
      />
      <TextField
        name="prevenir"
        label={words.warn}
        value={typed("prevenir")}
        inputmode="numeric"
        width="short"
        correction={correction("prevenir")}
      />
      <Checkbox name="verifier" value="1" label={words.verify} checked={typed("verifier") === "1"} />
    </>
  ),
});

const two = (number: number) => String(number).padStart(2, "0");
