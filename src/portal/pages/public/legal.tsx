import { anyone, type Visit } from "#identity";
import { noInput, page, route, type Route } from "#platform";

import { texts } from "./texts.fr.ts";

/** The state of accessibility, told truthfully until an audit exists (RGAA, law of 11 February 2005, art. 47). */
export const accessibility = textPage("/accessibilite", texts.accessibility.title, [
  texts.accessibility.state,
  ...texts.accessibility.paragraphs,
]);

/** What is done with personal data, and on which ground (GDPR art. 13). */
export const personalData = textPage(
  "/donnees-personnelles",
  texts.personalData.title,
  texts.personalData.paragraphs,
);

function textPage(path: string, title: string, paragraphs: readonly string[]): Route<Visit> {
  return route({
    method: "GET",
    path,
    access: anyone,
    input: noInput,
    answer: async () =>
      page({
        title,
        main: (
          <>
            <h1>{title}</h1>
            {paragraphs.map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
          </>
        ),
      }),
  });
}
