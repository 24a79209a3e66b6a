import type { Brand } from "#identity";
import { SummaryList } from "#platform";

import { texts } from "./texts.fr.ts";

/** Whom to call: telephone, e-mail, hours, as far as the authority has said. */
export function Contact(contact: Brand["contact"]) {
  const facts = [
    { term: texts.help.phone, value: contact.phone },
    { term: texts.help.email, value: contact.email },
    { term: texts.help.hours, value: contact.hours },
  ].filter(({ value }) => value !== "");
  return facts.length === 0 ? <p>{texts.help.nobody}</p> : <SummaryList facts={facts} />;
}
