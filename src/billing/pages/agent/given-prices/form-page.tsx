import type { Id } from "#kernel";
import {
  BackLink,
  Button,
  Checkbox,
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

/** The review of a run. */
export const pathOf = (run: Id<"run">) => `/agent/facturation/${run}`;

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
