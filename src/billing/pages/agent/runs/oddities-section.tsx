import { randomUUID } from "node:crypto";

import type { Id } from "#kernel";
import {
  Button,
  Card,
  Checkbox,
  DataTable,
  Details,
  Fieldset,
  FormToken,
  TextField,
  type Correction,
} from "#platform";

import type { FoundOddity } from "../../../run/read-oddities.ts";
import { oddityName, odditySentence } from "./oddity-words.ts";
import type { RunView } from "./run-view.ts";
import { LONGEST_REASON, SHOWN } from "./limits.ts";
import { texts } from "./texts.fr.ts";
import { givenTexts } from "./given-texts.fr.ts";

/** What is odd, kind after kind, those that keep the month from being issued open and first. */
export function OdditiesSection({ view: { run, oddities, canWrite } }: { view: RunView }) {
  return (
    <section>
      <h2>{texts.odd.title}</h2>
      {oddities.length === 0 ? (
        <p>{texts.odd.none}</p>
      ) : (
        <p>
          <a href={`/agent/facturation/${run.id}/a-regarder.csv`}>{texts.odd.csv}</a>
        </p>
      )}
      {oddities.map(({ kind, count, leftOut, shown }) => (
        <Details
          summary={texts.odd.count(oddityName(kind, leftOut < count), count, leftOut)}
          open={(kind === "unpriced" && leftOut < count) || kind === "disputed" || kind === "left_out"}
        >
          {kind === "unpriced" && canWrite && run.state === "draft" && <p>{givenTexts.pastDays}</p>}
          <OdditiesTable
            caption={oddityName(kind, leftOut < count)}
            oddities={shown}
            pricing={canWrite && run.state === "draft" ? run.id : null}
          />
          {kind === "left_out" && canWrite && <PrepareAgain oddities={shown} />}
          {shown.length === SHOWN && <p>{texts.odd.shown(SHOWN)}</p>}
        </Details>
      ))}
    </section>
  );
}

/** Begins the months anew in which something was left out, each in one click: a second one finds it under way. */
function PrepareAgain({ oddities }: { oddities: readonly FoundOddity[] }) {
  const months = oddities.flatMap(({ facts }) => (facts.kind === "left_out" ? [facts.month] : []));
  return (
    <div class="row">
      {[...new Set(months)].toSorted().map((month) => (
        <form method="post" action="/agent/facturation">
          <FormToken />
          <input type="hidden" name="cle" value={randomUUID()} />
          <input type="hidden" name="mois" value={month} />
          <Button variant="secondary">{texts.odd.prepareAgain(Temporal.PlainYearMonth.from(month))}</Button>
        </form>
      ))}
    </div>
  );
}

function OdditiesTable(props: {
  caption: string;
  oddities: readonly FoundOddity[];
  /** The draft in which prices may be given; null for who may not, or not any more. */
  pricing: Id<"run"> | null;
}) {
  const { caption, oddities, pricing } = props;
  return (
    <DataTable
      caption={caption}
      captionHidden
      columns={[
        {
          header: texts.odd.family,
          rowHeader: true,
          cell: ({ householdId, household }) => (
            <a href={`/agent/familles/${householdId}`}>
              {household === "" ? texts.odd.unknownFamily : household}
            </a>
          ),
        },
        { header: texts.odd.payer, cell: ({ payer }) => payer },
        {
          header: texts.odd.what,
          cell: (found) => (
            <>
              {odditySentence(found)}
              <WhereToSettle found={found} />
              {pricing !== null && <PriceLink run={pricing} found={found} />}
              {found.leftOut !== null && <p>{texts.odd.leftOut(found.leftOut.by, found.leftOut.why)}</p>}
            </>
          ),
        },
      ]}
      rows={oddities}
    />
  );
}

/** Gives a price where the tariff has none, or another than the one that was given. */
function PriceLink({ run, found: { id, household, facts } }: { run: Id<"run">; found: FoundOddity }) {
  if (facts.kind !== "unpriced" && facts.kind !== "given") return null;
  return (
    <p>
      <a href={`/agent/facturation/${run}/prix?anomalie=${id}`}>
        {facts.kind === "unpriced" ? givenTexts.givePrice : givenTexts.changePrice}
        <span class="vh">{givenTexts.priceOf(household, facts.what)}</span>
      </a>
    </p>
  );
}

/** The page on which what is odd is settled, where there is one. */
function WhereToSettle({ found: { householdId, facts } }: { found: FoundOddity }) {
  if (facts.kind === "disputed")
    return (
      <p>
        <a href={`/agent/factures/${facts.invoice}`}>{texts.odd.disputedInvoice}</a>
      </p>
    );
  if (facts.kind !== "unpriced" || facts.hole.code !== "missingFact" || facts.hole.fact !== "ownMeal")
    return null;
  const { participant, activity, day } = facts;
  const asked = participant && activity ? `?enfant=${participant}&service=${activity}&du=${day}` : "";
  return (
    <p>
      <a href={`/agent/familles/${householdId}/repas-et-categorie${asked}`}>{texts.odd.ownMeal}</a>
    </p>
  );
}

/** Leaves prices that nobody can tell out of this run, and those of other months out for good; each with a reason. */
export function LeaveOutForms({ view, corrections }: { view: RunView; corrections: readonly Correction[] }) {
  const { title, lead, submit, forGood } = texts.leave;
  const [unpriced, before] = [stillIn(view, "unpriced"), stillIn(view, "left_out")];
  return (
    <>
      <LeaveOutForm
        run={view.run.id}
        kind="unpriced"
        left={unpriced}
        words={{ title, lead, submit }}
        corrections={corrections}
      />
      <LeaveOutForm
        run={view.run.id}
        kind="left_out"
        left={before}
        words={forGood}
        corrections={unpriced.length === 0 ? corrections : []}
      />
    </>
  );
}

const stillIn = ({ oddities }: RunView, kind: FoundOddity["facts"]["kind"]): readonly FoundOddity[] =>
  (oddities.find((one) => one.kind === kind)?.shown ?? []).filter(({ leftOut }) => leftOut === null);

function LeaveOutForm(props: {
  run: Id<"run">;
  kind: "unpriced" | "left_out";
  left: readonly FoundOddity[];
  words: { title: string; lead: string; submit: string };
  corrections: readonly Correction[];
}) {
  const { run, kind, left, words, corrections } = props;
  if (left.length === 0) return null;
  const correction = (field: string) => corrections.find((one) => one.field === field)?.message;
  const id = kind === "unpriced" || corrections.length > 0 ? "anomalie" : "anomalie-autre-mois";
  return (
    <Card title={words.title}>
      <p>{words.lead}</p>
      <form method="post" action={`/agent/facturation/${run}/laisser`}>
        <FormToken />
        <Fieldset id={id} legend={oddityName(kind, true)} correction={correction("anomalie")}>
          {left.map((found, index) => (
            <Checkbox
              name="anomalie"
              id={index === 0 ? undefined : `${id}-${index}`}
              value={found.id}
              label={texts.leave.each(found.household, odditySentence(found))}
            />
          ))}
        </Fieldset>
        <TextField
          name="raison"
          id={kind === "unpriced" || corrections.length > 0 ? undefined : "raison-autre-mois"}
          label={texts.leave.reason}
          maxLength={LONGEST_REASON}
          correction={correction("raison")}
        />
        <Button variant="secondary">{words.submit}</Button>
      </form>
    </Card>
  );
}
