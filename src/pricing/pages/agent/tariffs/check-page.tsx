import { formatCents } from "#kernel";
import { BackLink, Button, Card, DataTable, Details, FormToken, type Page, type Values } from "#platform";

import { holeSentence } from "../../../rules/tariff/hole-sentence.ts";
import { tariffTree, termsSentences } from "../../../rules/tariff/tariff-tree.ts";
import type { TariffEffect } from "../../../ruleset/edit/change-tariff.ts";
import {
  examplePrices,
  EXAMPLES,
  type Example,
  type ExamplePrice,
} from "../../../ruleset/edit/example-prices.ts";
import type { PriceEntry } from "../../../ruleset/section.ts";
import { rowName, Tree } from "./list-page.tsx";
import type { TariffRow } from "./tariff-rows.ts";
import { texts } from "./texts.fr.ts";

/** Says what a tariff will be, with example prices before and after, and the button that does it. */
export function tariffCheckPage(view: {
  row: TariffRow;
  values: Values;
  effect: TariffEffect;
  from: Temporal.PlainDate;
  qf: string;
}): Page {
  const { row, values, effect, from, qf } = view;
  const title = texts.check.title(rowName(row));
  const unchanged = effect.changes.length === 0;
  const typed = [...values].flatMap(([name, all]) => all.map((value) => [name, value]));
  const names = row.activities
    .filter(({ activityId }) => values.get("services")?.includes(activityId) ?? false)
    .map(({ activityName }) => activityName);
  const [before, after] = [row.entry, effect.after].map((entry) => examplePrices(entry, { qf, date: from }));
  // The sentence of a hole takes several lines, and a column of amounts keeps to one.
  const priced = [before, after].every((prices) => prices?.values().every(({ kind }) => kind === "price"));
  return {
    title,
    section: "offer",
    dense: true,
    before: <BackLink href="/agent/tarifs" label={texts.title} />,
    main: (
      <>
        <h1>{title}</h1>
        <p class="lead">{unchanged ? texts.check.nothing : texts.check.lead}</p>
        {!unchanged && (
          <>
            <Card title={texts.check.from(from)}>
              <ul>
                {names.map((name) => (
                  <li>{name}</li>
                ))}
                {[...new Set(effect.warnings.map(({ sentence }) => sentence))].map((sentence) => (
                  <li>{sentence}</li>
                ))}
              </ul>
              <Details summary={texts.check.details}>
                <ul>
                  {effect.changes.map((sentence) => (
                    <li>{sentence}</li>
                  ))}
                </ul>
              </Details>
            </Card>
            <Card title={texts.check.before}>
              <Terms entry={row.entry} />
            </Card>
            <Card title={texts.check.after}>
              <Terms entry={effect.after} />
            </Card>
            <DataTable
              caption={texts.check.examples(qf)}
              rows={EXAMPLES}
              columns={[
                {
                  header: texts.check.columns.who,
                  rowHeader: true,
                  cell: (one: Example) => texts.check.example[one],
                },
                {
                  header: texts.check.columns.before,
                  numeric: priced,
                  cell: (one: Example) => priceWords(before?.get(one)),
                },
                {
                  header: texts.check.columns.after,
                  numeric: priced,
                  cell: (one: Example) => priceWords(after?.get(one)),
                },
              ]}
            />
            <p class="soft">{texts.check.each}</p>
          </>
        )}
        <form method="post" action="/agent/tarifs/enregistrer">
          <FormToken />
          {typed.map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <p class="row">
            {!unchanged && <Button>{texts.check.submit}</Button>}
            <a href={`/agent/tarifs/changer?${new URLSearchParams([...typed, ["repris", "1"]]).toString()}`}>
              {texts.check.back}
            </a>
          </p>
        </form>
      </>
    ),
  };
}

/** The price, then its conditions: a change may touch either. */
function Terms({ entry }: { entry: PriceEntry }) {
  return (
    <>
      <Tree tree={tariffTree(entry.price)} />
      {termsSentences(entry).map((sentence) => (
        <div>{sentence}</div>
      ))}
    </>
  );
}

function priceWords(price: ExamplePrice | undefined): string {
  if (price === undefined) return "";
  return price.kind === "hole" ? holeSentence(price) : formatCents(price.total);
}
