import {
  Button,
  Card,
  Details,
  EmptyState,
  ErrorSummary,
  FormToken,
  Select,
  type Correction,
  type Page,
} from "#platform";

import type { Run } from "../../../run/run.ts";
import { texts as advances } from "../advance-rule/texts.fr.ts";
import { texts as care } from "../care/texts.fr.ts";
import { texts as rules } from "../rule/texts.fr.ts";
import { AbandonedRuns, Runs } from "./runs-tables.tsx";
import { texts } from "./texts.fr.ts";

/** A month that may be prepared, and where its last billing is; null where there was none. */
interface MonthChoice {
  readonly month: Temporal.PlainYearMonth;
  readonly state: Run["state"] | null;
}

/** The months of the picker, newest first. */
export function monthChoices(
  current: Temporal.PlainYearMonth,
  count: number,
  runs: readonly Run[],
): readonly MonthChoice[] {
  return Array.from({ length: count }, (_, back) => {
    const month = current.subtract({ months: back });
    const last = runs.find((run) => run.month.equals(month));
    return { month, state: last?.state ?? null };
  });
}

/** The month that is chosen beforehand: the last one that is over, else the current one where that one is issued. */
function monthToBill([current, over]: readonly MonthChoice[]): MonthChoice | undefined {
  return over?.state === "issued" ? current : over;
}

/** What the form that prepares a month needs. */
interface StartFields {
  readonly formKey: string;
  readonly months: readonly MonthChoice[];
}

/** What the page shows. */
interface ListView {
  readonly runs: readonly Run[];
  /** Drafts that were given up, told apart. */
  readonly abandoned: readonly Run[];
  /** Null for who may only read. */
  readonly form: StartFields | null;
  readonly disputes: number;
  readonly corrections: readonly Correction[];
}

/** The months that were billed, and the form that prepares another. */
export function listPage({ runs, abandoned, form, disputes, corrections }: ListView): Page {
  return {
    title: texts.title,
    section: "billing",
    dense: true,
    toCorrect: corrections.length > 0,
    flash: <ErrorSummary items={corrections} />,
    main: (
      <>
        <h1>{texts.title}</h1>
        <p class="lead">{texts.lead}</p>
        <p>
          <a href="/agent/facturation/contestations">{texts.disputes(disputes)}</a>
        </p>
        {form !== null && (
          <ul>
            <li>
              <a href="/agent/facturation/reglages">{rules.link}</a>
            </li>
            <li>
              <a href="/agent/facturation/avances">{advances.link}</a>
            </li>
            <li>
              <a href="/agent/facturation/garde">{care.link}</a>
            </li>
          </ul>
        )}
        {runs.length === 0 ? (
          <EmptyState title={texts.runs.none}>{form !== null && <p>{texts.runs.noneMore}</p>}</EmptyState>
        ) : (
          <Runs runs={runs} />
        )}
        {form !== null && <StartForm {...form} corrections={corrections} />}
        {abandoned.length > 0 && (
          <Details summary={texts.givenUp.title(abandoned.length)}>
            <AbandonedRuns runs={abandoned} />
          </Details>
        )}
      </>
    ),
  };
}

function StartForm({ formKey, months, corrections }: StartFields & { corrections: readonly Correction[] }) {
  return (
    <Card title={texts.start.title}>
      <form method="post" action="/agent/facturation">
        <FormToken />
        <input type="hidden" name="cle" value={formKey} />
        <Select
          name="mois"
          label={texts.start.month}
          hint={texts.start.hint}
          value={monthToBill(months)?.month.toString()}
          options={months.map(({ month, state }) => ({
            value: month.toString(),
            label: texts.start.option(month, state),
          }))}
          correction={corrections.find(({ field }) => field === "mois")?.message}
        />
        <Button>{texts.start.submit}</Button>
      </form>
    </Card>
  );
}
