import { cents, formatCents, formatShortDate, type Cents } from "#kernel";
import {
  BackLink,
  Button,
  Checkbox,
  DataTable,
  EmptyState,
  ErrorSummary,
  Fieldset,
  firstValue,
  FormToken,
  TextArea,
  TextField,
  type Correction,
  type Page,
  type Values,
} from "#platform";

import type { Deposit } from "../../../desk/journal.ts";
import type { Holdings } from "../../../desk/holdings.ts";
import { HELD_MEANS, type HeldMeans, type KeptRegie } from "../../../desk/regie.ts";
import { DENOMINATIONS } from "../../../desk/rules/cash-count.ts";
import type { SlipItem } from "../../../desk/slip.ts";
import { words as shared } from "../../../desk/words.fr.ts";
import type { OpenedRegie } from "./opened-regie.ts";
import { texts } from "./texts.fr.ts";

const words = texts.deposits;

interface ListView extends OpenedRegie {
  readonly holdings: Holdings;
  readonly deposits: readonly Deposit[];
}

/** What left the régie, and what may leave now. */
export function depositsPage({ regie, role, holdings, deposits }: ListView): Page {
  const base = `/agent/regie/${regie.id}`;
  const waiting = HELD_MEANS.filter((means) => holdings[means] > 0);
  return {
    title: words.title,
    section: "regie",
    dense: true,
    before: <BackLink href={base} label={regie.name} />,
    main: (
      <>
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
        {role === "holder" && waiting.length > 0 && (
          <>
            <h2>{words.waiting}</h2>
            <ul>
              {waiting.map((means) => (
                <li>
                  <a href={`${base}/versements/${means}`}>{words.new[means]}</a>
                  {` : ${formatCents(holdings[means])}`}
                </li>
              ))}
            </ul>
          </>
        )}
        {deposits.length === 0 ? (
          <EmptyState title={words.none}>
            <p>{words.noneMore}</p>
          </EmptyState>
        ) : (
          <DataTable
            caption={words.title}
            captionHidden
            columns={[
              {
                header: words.columns.number,
                rowHeader: true,
                cell: (one) => <a href={`${base}/bordereaux/${one.id}`}>{shared.number(one)}</a>,
              },
              { header: words.columns.day, cell: ({ day }) => formatShortDate(day) },
              { header: words.columns.means, cell: ({ means }) => shared.means[means] },
              {
                header: words.columns.items,
                numeric: true,
                cell: ({ items }) => (items === 0 ? "" : String(items)),
              },
              { header: words.columns.amount, numeric: true, cell: (one) => formatCents(one.cents) },
              { header: words.columns.by, cell: ({ by }) => by },
            ]}
            rows={deposits}
          />
        )}
      </>
    ),
  };
}

interface NewView {
  readonly regie: KeptRegie;
  readonly means: HeldMeans;
  readonly held: Cents;
  readonly items: readonly SlipItem[];
  readonly formKey: string;
  readonly values: Values | null;
  readonly corrections: readonly Correction[];
}

/** What leaves now: cheques one by one, or cash by notes and coins. */
export function newDepositPage(view: NewView): Page {
  const { regie, means, held, corrections } = view;
  const base = `/agent/regie/${regie.id}`;
  return {
    title: words.new[means],
    section: "regie",
    dense: true,
    toCorrect: corrections.length > 0,
    before: <BackLink href={`${base}/versements`} label={words.title} />,
    flash: <ErrorSummary items={corrections} />,
    main: (
      <>
        <h1>{words.new[means]}</h1>
        {held <= 0 ? (
          <EmptyState title={words.nothing}>
            <p>{words.nothingMore}</p>
          </EmptyState>
        ) : (
          <>
            <p class="lead">{words.holds(held)}</p>
            <form method="post" action={`${base}/versements/${means}`}>
              <FormToken />
              <input type="hidden" name="cle" value={view.formKey} />
              {means === "cash" ? <Cash {...view} /> : <Items {...view} />}
              <Button>{words.submit}</Button>
            </form>
          </>
        )}
      </>
    ),
  };
}

function Cash({ values, corrections }: NewView) {
  const typed = (field: string) => (values === null ? "" : firstValue(values, field));
  const correction = (field: string) => corrections.find((one) => one.field === field)?.message;
  return (
    <>
      <TextField
        name="montant"
        label={words.announced}
        value={typed("montant")}
        inputmode="decimal"
        width="short"
        correction={correction("montant")}
      />
      <Fieldset id="compte" legend={words.counted} hint={words.countedHint} correction={correction("compte")}>
        <div class="row">
          {DENOMINATIONS.map((value, position) => (
            <TextField
              name={`n${value}`}
              id={position === 0 ? "compte" : undefined}
              label={words.note(value)}
              value={typed(`n${value}`)}
              inputmode="numeric"
              width="short"
              optional
              correction={correction(`n${value}`)}
            />
          ))}
        </div>
      </Fieldset>
      <TextArea
        name="motif"
        label={texts.closing.explanation}
        value={typed("motif")}
        maxLength={500}
        optional
        correction={correction("motif")}
      />
    </>
  );
}

function Items({ items, values, corrections }: NewView) {
  const correction = corrections.find(({ field }) => field === "titre")?.message;
  const chosen = values?.get("titre");
  return (
    <Fieldset id="titre" legend={words.choose} correction={correction}>
      {items.map(({ payment, cents: amount, drawer, payer, bank, reference, year, number }, position) => (
        <Checkbox
          name="titre"
          id={position === 0 ? "titre" : undefined}
          value={payment}
          label={`${formatCents(amount)}, ${drawer ?? payer}`}
          hint={[
            ...(reference === null ? [] : [`n° ${reference}`]),
            ...(bank === null ? [] : [bank]),
            `quittance ${shared.number({ year, number })}`,
          ].join(", ")}
          checked={chosen === undefined || chosen.includes(payment)}
        />
      ))}
    </Fieldset>
  );
}

/** « − 5,00 € », what was counted less what was announced. */
export const differenceOf = ({ cents: amount, announced }: Deposit): Cents =>
  cents(announced === null ? 0 : amount - announced);
