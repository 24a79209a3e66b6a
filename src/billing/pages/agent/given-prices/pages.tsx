import { cents, formatCents, type Cents, type Id } from "#kernel";
import {
  BackLink,
  Button,
  Checkbox,
  confirmationPage,
  DataTable,
  Details,
  ErrorSummary,
  Fieldset,
  FormToken,
  TextArea,
  TextField,
  type Correction,
  type Page,
} from "#platform";

import type { PriceQuestion } from "../../../run/price-questions.ts";
import { odditySentence } from "../runs/oddity-words.ts";
import { LONGEST_WAIVER } from "../runs/limits.ts";
import { texts } from "./texts.fr.ts";

/** What was typed. */
export interface TypedPrice {
  readonly ligne: readonly string[];
  readonly prix: string;
  readonly raison: string;
}

interface FormView {
  readonly run: Id<"run">;
  readonly formKey: string;
  readonly questions: readonly PriceQuestion[];
  readonly typed: TypedPrice;
  readonly corrections: readonly Correction[];
}

const pathOf = (run: Id<"run">) => `/agent/facturation/${run}`;

/** The lines of one unit without a price, the price of each of their days, and why. */
export function pricePage({ run, formKey, questions, typed, corrections }: FormView): Page {
  const wrong = (name: string) => corrections.find(({ field }) => field === name)?.message;
  return {
    title: texts.title,
    section: "billing",
    dense: true,
    toCorrect: corrections.length > 0,
    before: <BackLink href={pathOf(run)} label={texts.back} />,
    flash: <ErrorSummary items={corrections} />,
    main: (
      <>
        <h1>{texts.title}</h1>
        <p class="lead">{texts.lead}</p>
        <form method="post" action={`${pathOf(run)}/prix`}>
          <FormToken />
          <input type="hidden" name="cle" value={formKey} />
          <input type="hidden" name="anomalie" value={questions[0]?.id} />
          <Fieldset id="ligne" legend={texts.lines} hint={texts.linesHint} correction={wrong("ligne")}>
            {questions.map((found, index) => (
              <Checkbox
                name="ligne"
                id={index === 0 ? undefined : `ligne-${index}`}
                value={found.id}
                label={texts.each(found.household, odditySentence(found))}
                checked={typed.ligne.includes(found.id)}
              />
            ))}
          </Fieldset>
          <TextField
            name="prix"
            label={texts.price}
            hint={texts.priceHint}
            value={typed.prix}
            inputmode="decimal"
            maxLength={12}
            width="short"
            correction={wrong("prix")}
          />
          <TextArea
            name="raison"
            label={texts.reason}
            hint={texts.reasonHint}
            value={typed.raison}
            maxLength={LONGEST_WAIVER}
            correction={wrong("raison")}
          />
          <Button>{texts.submit}</Button>
        </form>
      </>
    ),
  };
}

interface CheckView {
  readonly run: Id<"run">;
  readonly formKey: string;
  readonly asked: Id<"oddity">;
  readonly chosen: readonly PriceQuestion[];
  readonly typed: TypedPrice;
  readonly price: Cents;
  readonly by: string;
}

/** Lines that are read at one look; more are one sentence, and folded under it. */
const FEW = 5;

/** What the families will owe by this price, together and one by one, and what they read. */
export function priceCheckPage({ run, formKey, asked, chosen, typed, price, by }: CheckView): Page {
  const days = chosen.reduce((sum, one) => sum + one.days.length, 0);
  const families = new Set(chosen.map(({ householdId }) => householdId)).size;
  const fields = { anomalie: asked, ligne: typed.ligne, prix: typed.prix, raison: typed.raison };
  const again = new URLSearchParams([
    ["anomalie", asked],
    ...typed.ligne.map((id) => ["ligne", id]),
    ["prix", typed.prix],
    ["raison", typed.raison],
  ]);
  return confirmationPage({
    title: texts.check,
    section: "billing",
    back: { href: `${pathOf(run)}/prix?${again.toString()}`, label: texts.change },
    does: (
      <>
        <p class="lead">{texts.checkLead}</p>
        <p>
          <strong>{texts.total(families, days, price)}</strong>
        </p>
        {chosen.length > FEW ? (
          <Details summary={texts.eachFamily}>
            <PricedLines chosen={chosen} price={price} />
          </Details>
        ) : (
          <PricedLines chosen={chosen} price={price} />
        )}
        <p>{texts.family(by, typed.raison)}</p>
        <p>{texts.next}</p>
      </>
    ),
    action: `${pathOf(run)}/prix`,
    fields: { ...fields, cle: formKey, confirme: "1" },
    button: { label: texts.confirm },
    leave: { href: pathOf(run), label: texts.leave },
  });
}

function PricedLines({ chosen, price }: Pick<CheckView, "chosen" | "price">) {
  return (
    <DataTable
      caption={texts.caption}
      columns={[
        { header: texts.columns.family, rowHeader: true, cell: ({ household }) => household },
        { header: texts.columns.what, cell: (found) => odditySentence(found) },
        { header: texts.columns.price, numeric: true, cell: () => formatCents(price) },
        {
          header: texts.columns.total,
          numeric: true,
          cell: (found) => formatCents(cents(price * found.days.length)),
        },
      ]}
      rows={chosen}
    />
  );
}
