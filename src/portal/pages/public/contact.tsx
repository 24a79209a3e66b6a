import type { Brand } from "#identity";
import { SummaryList, PhoneLink } from "#platform";

import { texts } from "./texts.fr.ts";

/** Whom to call: telephone, e-mail, hours, as far as the authority has said. */
export function Contact({ phone, email, hours }: Brand["contact"]) {
  const facts = [
    ...(phone === ""
      ? []
      : [
          {
            term: texts.help.phone,
            value: <PhoneLink number={phone} />,
          },
        ]),
    ...(email === "" ? [] : [{ term: texts.help.email, value: <a href={`mailto:${email}`}>{email}</a> }]),
    ...(hours === "" ? [] : [{ term: texts.help.hours, value: hours }]),
  ];
  return facts.length === 0 ? <p>{texts.help.nobody}</p> : <SummaryList facts={facts} />;
}
