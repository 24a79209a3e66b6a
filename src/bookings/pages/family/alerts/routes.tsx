import { guardian, type GuardianVisit } from "#identity";
import { parisDate } from "#kernel";
import {
  Button,
  Checkbox,
  Fieldset,
  formList,
  FormToken,
  Notice,
  page,
  redirect,
  refusal,
  route,
  type Answer,
  type Page,
} from "#platform";
import { z } from "zod";

import {
  alertAddress,
  alertChoices,
  chooseAlerts,
  type AlertChoices,
} from "../../../alerts/alert-choices.ts";
import type { AlertRule } from "../../../rules/alert-rule.ts";
import { ALERT_KINDS } from "../../../rules/alert-rule.ts";
import { alertRuleOn } from "../../../ruleset/stored/stored-alerts.ts";
import { texts } from "./texts.fr.ts";

/** GET /alertes: which alerts the guardian wants. */
export const alertsRoute = route({
  method: "GET",
  path: "/alertes",
  access: guardian,
  input: z.object({ query: z.object({ enregistre: z.literal("1").optional() }) }),
  async answer({ actor, authority, database, now }, { query }) {
    const { id } = actor.guardian;
    const [choices, email, rule] = await database.read(
      async (reads) =>
        [
          await alertChoices(reads, id, parisDate(now)),
          await alertAddress(reads, id),
          await alertRuleOn(reads, parisDate(now)),
        ] as const,
    );
    const { phone } = authority.brand.contact;
    return page(alertsPage({ choices, rule, email, phone, saved: query.enregistre !== undefined }));
  },
});

/** POST /alertes: keeps what is ticked, and what is not. */
export const chooseAlertsRoute = route({
  method: "POST",
  path: "/alertes",
  access: guardian,
  input: z.object({ body: z.object({ alerte: formList(z.enum(ALERT_KINDS), ALERT_KINDS.length) }) }),
  toCorrect: unreadable,
  async answer({ actor, database, now }, { body }) {
    await database.write((writes) => chooseAlerts(writes, actor.guardian.id, new Set(body.alerte), now));
    return redirect("/alertes?enregistre=1");
  },
});

interface AlertsView {
  choices: AlertChoices;
  /** When they leave. */
  rule: AlertRule;
  /** Where the alerts go; empty where no address is known. */
  email: string;
  phone: string;
  saved: boolean;
}

function alertsPage({ choices, rule, email, phone, saved }: AlertsView): Page {
  return {
    title: texts.title,
    section: "home",
    ...(saved ? { flash: <Notice tone="success" title={texts.saved} announce /> } : {}),
    main: (
      <>
        <h1>{texts.title}</h1>
        <p class="lead">{texts.lead}</p>
        {email === "" && (
          <Notice tone="warning" title={texts.noAddress.title}>
            <p>{texts.noAddress.sentence(phone)}</p>
          </Notice>
        )}
        <form method="post" action="/alertes">
          <FormToken />
          <Fieldset id="alertes" legend={texts.legend}>
            {ALERT_KINDS.map((kind) => (
              <Checkbox name="alerte" value={kind} checked={choices[kind]} {...texts.kinds(rule)[kind]} />
            ))}
          </Fieldset>
          <p class="soft">
            {email !== "" && texts.sentTo(email)} {texts.own}
          </p>
          <Button wide>{texts.save}</Button>
        </form>
      </>
    ),
  };
}

async function unreadable(_visit: GuardianVisit): Promise<Answer> {
  return refusal({
    status: 400,
    title: texts.unreadable,
    sentences: [],
    next: { label: texts.back, href: "/alertes" },
  });
}
