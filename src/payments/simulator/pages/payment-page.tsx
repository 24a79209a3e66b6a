import { cents, formatCents } from "#kernel";

import type { SimulatedAttempt, SimulatedResult } from "../attempt.ts";
import type { PageRefusal } from "../attempt-book.ts";
import { simulatorPage } from "./layout.tsx";
import { texts } from "./texts.fr.ts";

/** What the payer sees: the debt, and every way in which this may end. */
export function paymentPage(attempt: SimulatedAttempt, clientName: string): string {
  return simulatorPage(
    texts.payTitle,
    <>
      <dl>
        <dt>{texts.client}</dt>
        <dd>{clientName}</dd>
        <dt>{texts.amount}</dt>
        <dd>{formatCents(cents(Number(attempt.montant)))}</dd>
        <dt>{texts.label}</dt>
        <dd>{attempt.objet}</dd>
        <dt>{texts.reference}</dt>
        <dd>{attempt.refdet}</dd>
        <dt>{texts.receipt}</dt>
        <dd>{attempt.mel}</dd>
      </dl>
      <form method="post" action="/tpa/paiementws.web">
        <input type="hidden" name="idop" value={attempt.idOp} />
        <label class="tick">
          <input type="checkbox" name="sans-retour" value="1" />
          {texts.closeAfter}
        </label>
        <fieldset>
          <legend>{texts.card}</legend>
          <Choice result="P" main />
          <Choice result="R" />
        </fieldset>
        <fieldset>
          <legend>{texts.debit}</legend>
          <Choice result="V" main />
          <Choice result="Z" />
        </fieldset>
        <fieldset>
          <legend>{texts.otherwise}</legend>
          <Choice result="A" />
          <button type="submit" name="choix" value="fermer">
            {texts.closeTab}
          </button>
        </fieldset>
      </form>
    </>,
  );
}

function Choice({ result, main = false }: { result: SimulatedResult; main?: boolean }) {
  return (
    <button type="submit" name="choix" value={result} class={main ? "main" : undefined}>
      {texts.choices[result]}
    </button>
  );
}

/** Why the page does not open. */
export function refusedPage(why: PageRefusal): string {
  return simulatorPage(texts.refusedTitle, <p>{texts.refused[why]}</p>);
}

/** What is left when the payer closed the tab. */
export function closedPage(): string {
  return simulatorPage(texts.closedTitle, <p>{texts.closed}</p>);
}
