import { BackLink, Button, Card, DataTable, Details, FormToken, Notice, type Page } from "#platform";

import type { OfferDocument } from "../../../../ruleset/schema.ts";
import { texts } from "../texts.fr.ts";
import type { ChangedFact } from "./change-facts.ts";
import type { NamedDate, SlotEffects } from "./slot-effects.ts";

/** Beyond these a list is no longer read day by day. */
const MOST_DAYS = 60;

/** Before and after in words, what it does to the slots and the bookings, and the button that does it. */
export function checkPage(props: {
  document: OfferDocument;
  from: Temporal.PlainDate;
  back: { href: string; label: string };
  unchanged: boolean;
  facts: readonly ChangedFact[];
  effects: SlotEffects;
  warnings: readonly string[];
  seen: string;
}): Page {
  const { from, facts, effects } = props;
  return {
    title: texts.check.title,
    section: "offer",
    dense: true,
    before: <BackLink href={props.back.href} label={props.back.label} />,
    main: (
      <>
        <h1>{texts.check.title}</h1>
        <p class="lead">{props.unchanged ? texts.check.unchanged : texts.check.nothingDone(from)}</p>
        {props.warnings.length > 0 && (
          <Notice tone="warning" title={texts.check.warnings(props.warnings.length)}>
            <ul>
              {props.warnings.map((sentence) => (
                <li>{sentence}</li>
              ))}
            </ul>
          </Notice>
        )}
        {facts.length > 0 && (
          <DataTable
            caption={texts.check.facts(facts.length)}
            rows={facts}
            columns={[
              {
                header: texts.check.what,
                rowHeader: true,
                cell: ({ what, atOnce }) => (atOnce ? texts.check.atOnce(what) : what),
              },
              { header: texts.check.before, cell: ({ before }) => before ?? texts.facts.nothing },
              { header: texts.check.after, cell: ({ after }) => after ?? texts.check.removed },
            ]}
          />
        )}
        {!props.unchanged && <Effects effects={effects} />}
        {!props.unchanged && (
          <form method="post" action="/agent/offre/enregistrer">
            <FormToken />
            <input type="hidden" name="reglement" value={JSON.stringify(props.document)} />
            <input type="hidden" name="du" value={from.toString()} />
            <input type="hidden" name="vu" value={props.seen} />
            <p class="row">
              <Button variant={effects.lost.bookings > 0 ? "warning" : "primary"}>{texts.check.save}</Button>
              <a href={props.back.href}>{texts.check.leave}</a>
            </p>
          </form>
        )}
      </>
    ),
  };
}

function Effects({ effects }: { effects: SlotEffects }) {
  const { opened, closed, changed, begun, lost } = effects;
  return (
    <Card title={texts.effects.title}>
      {opened.length + closed.length + changed.length === 0 && <p>{texts.effects.none}</p>}
      {closed.length > 0 && <p>{texts.effects.lost(lost)}</p>}
      <Days title={texts.effects.closed(closed.length)} days={closed} />
      <Days title={texts.effects.changed(changed.length)} days={changed} />
      <Days title={texts.effects.opened(opened.length)} days={opened} />
      <Days title={texts.effects.begun(begun.length)} days={begun} />
      {opened.length > 0 && <p class="soft">{texts.effects.deadlinesFirst}</p>}
    </Card>
  );
}

function Days({ title, days }: { title: string; days: readonly NamedDate[] }) {
  if (days.length === 0) return null;
  return (
    <Details summary={title} open={days.length <= 10}>
      <ul>
        {days.slice(0, MOST_DAYS).map(({ unitName, date }) => (
          <li>{texts.effects.day(unitName, date)}</li>
        ))}
        {days.length > MOST_DAYS && <li>{texts.effects.others(days.length - MOST_DAYS)}</li>}
      </ul>
    </Details>
  );
}
