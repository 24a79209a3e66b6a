import type { ComponentChildren } from "preact";

import type { OpenInvoice } from "#billing";
import type { Cents } from "#kernel";
import { confirmationPage, Notice, SummaryList, type Page } from "#platform";

import { texts } from "./paid-texts.fr.ts";

interface ConfirmView {
  readonly title: string;
  /** What will be written, in words. */
  readonly does: string;
  readonly payment: string;
  readonly action: string;
  /** What was typed, sent again as it is. */
  readonly fields: Readonly<Record<string, string>>;
  readonly facts: readonly { term: string; value: ComponentChildren }[];
  readonly before: Cents;
  readonly after: Cents;
  /** Documents of which more is owed afterwards. */
  readonly opens: readonly OpenInvoice[];
  /** The payer's address; empty where there is none: the agent tells the payer. */
  readonly email: string;
  readonly button: string;
}

/** What an act would do to a payer's account, before it is done. */
export function confirmActPage(view: ConfirmView): Page {
  const { title, does, payment, action, fields, facts, before, after, opens, email, button } = view;
  return confirmationPage({
    title,
    section: "payments",
    back: { href: `/agent/paiements/${payment}`, label: texts.change },
    does: (
      <>
        <Notice>
          <p>{does}</p>
          <p>{texts.effect.mail(email)}</p>
        </Notice>
        <SummaryList facts={facts} />
        <h2>{texts.effect.title}</h2>
        <SummaryList
          facts={[
            { term: texts.effect.before, value: texts.standing(before) },
            { term: texts.effect.after, value: <strong>{texts.standing(after)}</strong> },
            ...(opens.length === 0
              ? []
              : [
                  {
                    term: texts.effect.opens,
                    value: opens.map((one) => <div>{texts.effect.open(one, one.open)}</div>),
                  },
                ]),
          ]}
        />
      </>
    ),
    action,
    fields: { ...fields, confirme: "1" },
    button: { label: button, variant: "warning" },
  });
}
