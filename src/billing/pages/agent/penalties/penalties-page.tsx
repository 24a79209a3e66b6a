import type { Id } from "#kernel";
import { formatCents, formatDay } from "#kernel";
import {
  BackLink,
  Button,
  Card,
  Checkbox,
  DataTable,
  EmptyState,
  ErrorSummary,
  Fieldset,
  FormToken,
  Notice,
  TextArea,
  type Correction,
  type Page,
} from "#platform";
import { explainLine } from "#pricing";

import type { HouseholdPenalty } from "../../../penalties/household-penalties.ts";
import { penaltyName } from "../../../penalties/waive-penalties.ts";
import { texts as shared } from "../../shared/texts.fr.ts";
import { LONGEST_WAIVER } from "../runs/limits.ts";
import { texts } from "./texts.fr.ts";

interface PenaltiesView {
  readonly household: Id<"household">;
  readonly month: Temporal.PlainYearMonth;
  readonly penalties: readonly HouseholdPenalty[];
  readonly mayWaive: boolean;
  readonly done: boolean;
  readonly reason: string;
  readonly corrections: readonly Correction[];
}

/** The penalties of a month, as the facts are now, and the form that lets some of them off. */
export function penaltiesPage(view: PenaltiesView): Page {
  const { household, month, penalties, mayWaive, done, corrections } = view;
  const base = `/agent/familles/${household}`;
  const asked = penalties.filter(({ waived }) => waived === null);
  const monthHref = (months: number) => `${base}/penalites?mois=${month.add({ months }).toString()}`;
  return {
    title: texts.title(month),
    section: "families",
    dense: true,
    toCorrect: corrections.length > 0,
    before: <BackLink href={`${base}/factures`} label={texts.back} />,
    flash: (
      <>
        {done && (
          <Notice tone="success" announce>
            <p>{texts.done}</p>
            {penalties.some(isToGiveBack) && <p>{texts.toGiveBack(month)}</p>}
          </Notice>
        )}
        <ErrorSummary items={corrections} />
      </>
    ),
    main: (
      <>
        <h1>{texts.title(month)}</h1>
        {penalties.length === 0 ? (
          <EmptyState title={texts.none} />
        ) : (
          <PenaltiesTable penalties={penalties} month={month} />
        )}
        {mayWaive && asked.length > 0 && <WaiveForm view={view} asked={asked} />}
        <nav class="row" aria-label={texts.months}>
          <a href={monthHref(-1)}>{texts.previous}</a>
          <a href={monthHref(1)}>{texts.next}</a>
        </nav>
      </>
    ),
  };
}

/** Let off after its invoice: it waits for a credit note, which only a billing of its month makes. */
const isToGiveBack = ({ waived, charged }: HouseholdPenalty): boolean => waived !== null && charged > 0;

function PenaltiesTable({ penalties, month }: Pick<PenaltiesView, "penalties" | "month">) {
  return (
    <DataTable
      caption={texts.count(penalties.length)}
      columns={[
        { header: texts.columns.day, rowHeader: true, cell: ({ charge }) => formatDay(charge.day) },
        { header: texts.columns.child, cell: ({ charge }) => charge.participant?.name ?? "" },
        { header: texts.columns.what, cell: whatOf },
        {
          header: texts.columns.why,
          cell: (penalty) => (
            <>
              {explanationOf(penalty).map((sentence) => (
                <p>{sentence}</p>
              ))}
              {penalty.charged !== 0 && <p>{texts.invoiced(penalty.charged)}</p>}
              {isToGiveBack(penalty) && (
                <p>
                  <a href="/agent/facturation">{texts.toGiveBack(month)}</a>
                </p>
              )}
            </>
          ),
        },
        { header: texts.columns.amount, numeric: true, cell: ({ charge }) => formatCents(charge.cents) },
      ]}
      rows={penalties}
    />
  );
}

function WaiveForm({ view, asked }: { view: PenaltiesView; asked: readonly HouseholdPenalty[] }) {
  const { household, month, reason, corrections } = view;
  const correction = (field: string) => corrections.find((one) => one.field === field)?.message;
  return (
    <Card title={texts.waive.title}>
      <p>{texts.waive.lead}</p>
      <form method="post" action={`/agent/familles/${household}/penalites`}>
        <FormToken />
        <input type="hidden" name="mois" value={month.toString()} />
        <Fieldset id="penalite" legend={texts.waive.which} correction={correction("penalite")}>
          {asked.map((penalty, index) => (
            <Checkbox
              name="penalite"
              id={index === 0 ? undefined : `penalite-${index}`}
              value={penaltyName(penalty)}
              label={texts.waive.option(
                penalty.charge.day,
                penalty.charge.participant?.name ?? "",
                whatOf(penalty),
                penalty.charge.cents,
              )}
            />
          ))}
        </Fieldset>
        <TextArea
          name="raison"
          label={texts.waive.reason}
          hint={texts.waive.reasonHint}
          value={reason}
          maxLength={LONGEST_WAIVER}
          correction={correction("raison")}
        />
        <Button>{texts.waive.submit}</Button>
      </form>
    </Card>
  );
}

const explanationOf = ({ charge }: HouseholdPenalty): readonly string[] =>
  explainLine({ what: "penalty", name: null, cents: charge.cents, facts: charge.facts.why });

const whatOf = ({ charge }: HouseholdPenalty): string =>
  shared.activity(charge.activity?.name ?? "", charge.unit?.name ?? "");
