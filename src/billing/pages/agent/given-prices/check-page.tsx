import { cents, formatCents, type Cents, type Id } from "#kernel";
import { confirmationPage, DataTable, Details, type Page } from "#platform";

import type { PriceQuestion } from "../../../run/price-questions.ts";
import { odditySentence } from "../runs/oddity-words.ts";
import { pathOf, type TypedPrice } from "./form-page.tsx";
import { texts } from "./texts.fr.ts";

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
