import { readEmail, readPhone } from "#families";
import { datedSettingRoutes, type Visit } from "#identity";
import { formText, isoDate, Notice, Radios, TextArea, TextField, type Route } from "#platform";
import { z } from "zod";

import { changeDisputeRule, disputeRuleOn, type DisputeRule } from "../../../disputes/dispute-rule.ts";
import { billingWriter } from "../../../policy.ts";
import { texts } from "./texts.fr.ts";

const words = texts.rule;
const LONGEST_LABEL = 120;
const LONGEST_TEXT = 1000;

const written = (longest: number) => formText(longest).refine((text) => text !== "", words.missing);
const read = (reader: (text: string) => string | undefined, message: string) =>
  formText(LONGEST_LABEL).transform((text, context) => {
    const found = reader(text);
    if (found === undefined || found === "") context.addIssue({ code: "custom", message });
    return found ?? "";
  });
const whole = (most: number) =>
  formText(4).transform((text, context) => {
    const number = /^\d{1,3}$/.test(text) ? Number(text) : 0;
    if (number < 1 || number > most) context.addIssue({ code: "custom", message: words.number(most) });
    return number;
  });

const ruleForm = z.object({
  des: isoDate,
  service: written(LONGEST_LABEL),
  adresse: written(LONGEST_TEXT),
  email: read(readEmail, words.badEmail),
  telephone: read(readPhone, words.badPhone),
  silence: z.enum(["accepted", "refused"], words.chooseSilence),
  mois: whole(24),
  delai: whole(365),
  recours: written(LONGEST_TEXT),
});

/** Empty while nobody has chosen. */
const NONE = {
  service: "",
  adresse: "",
  email: "",
  telephone: "",
  silence: "",
  mois: "",
  delai: "",
  recours: "",
};

/** …/contestations/reglage: what the acknowledgement of a dispute says, from which day on. */
export const disputeRuleRoutes: readonly Route<Visit>[] = datedSettingRoutes({
  path: "/agent/facturation/contestations/reglage",
  access: billingWriter,
  section: "billing",
  back: { href: "/agent/facturation/contestations", label: texts.title },
  words,
  form: ruleForm,
  current: async (reads, today): Promise<DisputeRule | null> => (await disputeRuleOn(reads, today)) ?? null,
  settingOf: (form): DisputeRule | null => ({
    department: form.service,
    departmentAddress: form.adresse,
    departmentEmail: form.email,
    departmentPhone: form.telephone,
    silence: form.silence,
    silenceMonths: form.mois,
    expectedDays: form.delai,
    appeal: form.recours,
  }),
  typedOf: (rule) =>
    rule === null
      ? NONE
      : {
          service: rule.department,
          adresse: rule.departmentAddress,
          email: rule.departmentEmail,
          telephone: rule.departmentPhone,
          silence: rule.silence,
          mois: String(rule.silenceMonths),
          delai: String(rule.expectedDays),
          recours: rule.appeal,
        },
  async change(visit, from, rule) {
    if (rule !== null) await changeDisputeRule(visit, from, rule);
  },
  above: async (reads) =>
    (await disputeRuleOn(reads, EVER)) === undefined && <Notice tone="warning" title={words.none} />,
  fields: ({ typed, correction }) => {
    const field = (name: keyof typeof NONE) => ({ name, value: typed(name), correction: correction(name) });
    return (
      <>
        <TextField {...field("service")} label={words.department} />
        <TextArea {...field("adresse")} label={words.address} rows={2} />
        <TextField {...field("email")} label={words.email} type="email" />
        <TextField {...field("telephone")} label={words.phone} type="tel" />
        <Radios
          {...field("silence")}
          legend={words.silence}
          hint={words.silenceHint}
          options={[
            { value: "refused", label: words.silences.refused },
            { value: "accepted", label: words.silences.accepted },
          ]}
        />
        <TextField {...field("mois")} label={words.months} inputmode="numeric" width="short" />
        <TextField {...field("delai")} label={words.expected} inputmode="numeric" width="short" />
        <TextArea {...field("recours")} label={words.appeal} rows={3} />
      </>
    );
  },
});

/** After every rule that was written. */
const EVER = Temporal.PlainDate.from("9000-12-31");
