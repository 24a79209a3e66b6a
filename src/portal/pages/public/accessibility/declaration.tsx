import { anyone, type Visit } from "#identity";
import { noInput, page, route, type Route } from "#platform";

import { Contact } from "../contact.tsx";
import { accessibilityAudit, type Audit } from "./audit-file.ts";
import { texts } from "./texts.fr.ts";

/**
 * The declaration that the law of 11 February 2005, art. 47, wants of every authority, in the order of the RGAA's model
 * (domain/law.md §7): it says what the audit in the repository says, and nothing else.
 */
export const accessibility: Route<Visit> = route({
  method: "GET",
  path: "/accessibilite",
  access: anyone,
  input: noInput,
  answer: async ({ authority, origin }) =>
    page({
      title: texts.title,
      main: (
        <>
          <h1>{texts.title}</h1>
          <p>{texts.commitment(authority.name)}</p>
          <p>{texts.scope(origin)}</p>
          <Declared audit={accessibilityAudit()} authority={authority.name} />
          <h2>{texts.contactTitle}</h2>
          <p>{texts.contact}</p>
          <Contact {...authority.brand.contact} />
          <Appeal />
        </>
      ),
    }),
});

/** « Accessibilité : partiellement conforme », as the foot of every page says it. */
export function accessibilityMention(): string {
  return texts.mention(accessibilityAudit().conformity);
}

function Declared({ audit, authority }: { audit: Audit; authority: string }) {
  const { conformity: declared } = audit;
  return (
    <>
      <h2>{texts.stateTitle}</h2>
      <p>{texts.state(authority, declared, audit.referential)}</p>
      <h2>{texts.resultsTitle}</h2>
      <p>{texts.madeBy(audit.made_by)}</p>
      {declared.because === "not-finished" ? (
        <>
          <p>{texts.notFinished(declared)}</p>
          <p>{texts.soFar(declared)}</p>
        </>
      ) : (
        <p>{texts.results(declared)}</p>
      )}
      <h2>{texts.faultsTitle}</h2>
      <h3>{texts.faultsKind}</h3>
      <Sentences
        of={audit.not_accessible.map(({ criterion, what }) => texts.fault(criterion, what))}
        otherwise={texts.noFault}
      />
      <h3>{texts.derogationsKind}</h3>
      <Sentences of={audit.derogations} otherwise={texts.noDerogation} />
      <h3>{texts.exemptKind}</h3>
      <Sentences of={audit.exempt} otherwise={texts.none} />
      <h2>{texts.madeTitle}</h2>
      <p>{texts.madeOn(audit.made_on)}</p>
      {/* Three years at most: RGAA 4.1, « Obligations ». */}
      <p>{texts.until(audit.made_on.add({ years: 3 }))}</p>
      <h3>{texts.technologies}</h3>
      <Sentences of={audit.technologies} />
      <h3>{texts.tools}</h3>
      <Sentences of={audit.tools} />
      <h3>{texts.pages}</h3>
      <Sentences of={audit.pages.map(({ title }) => title)} />
    </>
  );
}

function Sentences({ of, otherwise = "" }: { of: readonly string[]; otherwise?: string }) {
  if (of.length === 0) return <p>{otherwise}</p>;
  return (
    <ul>
      {of.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}

function Appeal() {
  return (
    <>
      <h2>{texts.appealTitle}</h2>
      <p>{texts.appeal}</p>
      <ul>
        {texts.appeals.map(({ before, link }) => (
          <li key={link.href}>
            {before}
            <a href={link.href}>{link.label}</a>
          </li>
        ))}
        <li>{texts.post}</li>
      </ul>
    </>
  );
}
