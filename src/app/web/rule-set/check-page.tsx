import { BackLink, Button, DataTable, FormToken, type Page } from "#platform";

import type { ToldChanges } from "../../ruleset/changes-report.ts";
import type { LocatedFinding } from "../../ruleset/read-text.ts";
import type { TypedRuleSet } from "./form.ts";
import { RuleSetForm } from "./page.tsx";
import { texts } from "./texts.fr.ts";

/** What a file would change, or why it cannot be taken over, line by line; the text again to correct it. */
export function checkPage(view: {
  typed: TypedRuleSet;
  findings: readonly LocatedFinding[];
  /** What would change, and from when; null where the file is refused. */
  changes: readonly ToldChanges[] | null;
  mayApply: boolean;
  today: Temporal.PlainDate;
}): Page {
  const { typed, findings, changes, mayApply, today } = view;
  return {
    title: texts.check.title,
    section: "offer",
    dense: true,
    toCorrect: changes === null,
    before: <BackLink href="/agent/reglement" label={texts.title} />,
    main: (
      <>
        <h1>{texts.check.title}</h1>
        {changes === null ? <p>{texts.check.refused}</p> : <p class="lead">{texts.check.nothingDone}</p>}
        {findings.length > 0 && (
          <DataTable
            caption={changes === null ? texts.check.faults : texts.check.warnings}
            rows={findings}
            columns={[
              { header: texts.check.line, rowHeader: true, cell: ({ line }) => texts.check.lineOf(line) },
              { header: texts.check.why, cell: ({ sentence }) => sentence },
            ]}
          />
        )}
        {changes !== null && !mayApply && <p>{texts.check.nothing}</p>}
        {changes !== null && mayApply && (
          <>
            {changes.map(({ heading, sentences }) => (
              <section>
                <h2>{heading}</h2>
                <ul>
                  {sentences.map((sentence) => (
                    <li>{sentence}</li>
                  ))}
                </ul>
              </section>
            ))}
            <form method="post" action="/agent/reglement/enregistrer">
              <FormToken />
              <input type="hidden" name="texte" value={typed.texte} />
              <input type="hidden" name="du" value={typed.du} />
              <Button>{texts.check.save}</Button>
            </form>
          </>
        )}
        <RuleSetForm typed={typed} corrections={[]} today={today} />
      </>
    ),
  };
}
