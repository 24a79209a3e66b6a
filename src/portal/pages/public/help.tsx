import { anyone, type Brand, type Visit } from "#identity";
import { Details, noInput, page, route, SummaryList, type Route } from "#platform";

import { texts } from "./texts.fr.ts";

/** Whom to call, and the three questions families ask most. */
export const help: Route<Visit> = route({
  method: "GET",
  path: "/aide",
  access: anyone,
  input: noInput,
  answer: async ({ authority }) =>
    page({
      title: texts.help.title,
      main: (
        <>
          <h1>{texts.help.title}</h1>
          <p>{texts.help.intro}</p>
          <Contact {...authority.brand.contact} />
          {texts.help.questions.map(({ question, answer }) => (
            <Details key={question} summary={question}>
              <p>{answer}</p>
            </Details>
          ))}
        </>
      ),
    }),
});

function Contact(contact: Brand["contact"]) {
  const facts = [
    { term: texts.help.phone, value: contact.phone },
    { term: texts.help.email, value: contact.email },
    { term: texts.help.hours, value: contact.hours },
  ].filter(({ value }) => value !== "");
  return facts.length === 0 ? <p>{texts.help.nobody}</p> : <SummaryList facts={facts} />;
}
