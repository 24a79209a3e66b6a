import type { SignedIn } from "#identity";
import type { Id } from "#kernel";
import {
  BackLink,
  Button,
  DateField,
  ErrorSummary,
  FormToken,
  Notice,
  type Correction,
  type Page,
} from "#platform";

import type { FamilyToPhone } from "../../../closing/closing-queries.ts";
import type { CareContract } from "../../../contracts/contract-queries.ts";
import type { ContractPreview } from "../../../contracts/sign-contract.ts";
import { contractWords } from "../../../rules/contract/contract-words.ts";
import { Told } from "./check-page.tsx";
import { contractsAddress } from "./contract-form.ts";
import { Preview } from "./preview.tsx";
import { texts } from "./texts.fr.ts";

/** Asks from which day on a contract holds no longer. */
export function endFormPage(view: {
  household: Id<"household">;
  contract: CareContract;
  des: string;
  corrections: readonly Correction[];
}): Page {
  const { household, contract, des, corrections } = view;
  const { place, terms, contractId } = contract;
  const base = contractsAddress(household);
  const title = texts.end.title(place.firstName);
  return {
    title,
    section: "families",
    dense: true,
    toCorrect: corrections.length > 0,
    before: <BackLink href={base} label={texts.backToList} />,
    ...(corrections.length === 0 ? {} : { flash: <ErrorSummary items={corrections} /> }),
    main: (
      <>
        <h1>{title}</h1>
        <p class="lead">{texts.list.placeOf(place)}</p>
        <p>{contractWords(terms)}</p>
        <form method="post" action={`${base}/${contractId}/arreter/verifier`}>
          <FormToken />
          <DateField
            name="des"
            label={texts.end.from}
            hint={texts.end.fromHint(terms.lastDay)}
            value={des}
            max={terms.lastDay.toString()}
            correction={corrections.find(({ field }) => field === "des")?.message}
          />
          <Button>{texts.end.submit}</Button>
        </form>
      </>
    ),
  };
}

/** Says which days are cancelled, with the button that ends the contract. */
export function endCheckPage(view: {
  household: Id<"household">;
  contract: Id<"contract">;
  actor: SignedIn;
  from: Temporal.PlainDate;
  preview: ContractPreview;
  warning: string | undefined;
  toPhone: readonly FamilyToPhone[];
  key: string;
}): Page {
  const { household, contract, actor, from, preview, warning, toPhone, key } = view;
  const base = contractsAddress(household);
  const title = texts.end.title(preview.place.firstName);
  return {
    title,
    section: "families",
    dense: true,
    before: <BackLink href={base} label={texts.backToList} />,
    ...(warning === undefined
      ? {}
      : {
          flash: (
            <Notice tone="warning" announce>
              <p>{warning}</p>
            </Notice>
          ),
        }),
    main: (
      <>
        <h1>{title}</h1>
        <p class="lead">{texts.check.lead}</p>
        <p>
          {texts.end.last(from)} {texts.end.stays}
        </p>
        <Preview days={preview.days}>
          <Told days={preview.days} toPhone={toPhone} actor={actor} />
        </Preview>
        <form method="post" action={`${base}/${contract}/arreter`}>
          <FormToken />
          <input type="hidden" name="cle" value={key} />
          <input type="hidden" name="vu" value={preview.seen} />
          <input type="hidden" name="des" value={from.toString()} />
          <p class="row">
            <Button variant="warning">{texts.end.confirm}</Button>
            <a href={`${base}/${contract}/arreter?des=${from.toString()}`}>{texts.end.otherDay}</a>
          </p>
        </form>
      </>
    ),
  };
}
