import type { SignedIn } from "#identity";
import type { Id } from "#kernel";
import {
  BackLink,
  Button,
  ErrorSummary,
  FormToken,
  Notice,
  Radios,
  TextField,
  type Correction,
  type Page,
} from "#platform";

import type { FamilyToPhone } from "../../../closing/closing-queries.ts";
import type { ContractMonth } from "../../../contracts/contract-price.ts";
import type { JudgedDay } from "../../../contracts/judge-contract.ts";
import type { ContractPreview } from "../../../contracts/sign-contract.ts";
import { contractWords } from "../../../rules/contract/contract-words.ts";
import type { ContractTerms } from "../../../rules/contract/week-pattern.ts";
import { PhoneList } from "../closures/phone-list.tsx";
import { contractsAddress, LONGEST_REASON, pairsOf, type TypedContract } from "./contract-form.ts";
import { byEffect } from "./day-words.ts";
import { Preview } from "./preview.tsx";
import { PriceSection } from "./price-section.tsx";
import { texts } from "./texts.fr.ts";

/** What the page that asks before it signs is drawn from. */
export interface CheckView {
  household: Id<"household">;
  actor: SignedIn;
  preview: ContractPreview;
  terms: ContractTerms;
  typed: TypedContract;
  key: string;
  toPhone: readonly FamilyToPhone[];
  /** What each month costs; null where the unit is billed day by day. */
  months: readonly ContractMonth[] | null;
  mayReadIncome: boolean;
  /** What was answered already, when the form came back. */
  answer: { complets: string; motif: string };
  corrections: readonly Correction[];
  /** Said first: what has changed since the page was seen. */
  warning?: string | undefined;
}

/** Says what a contract does, day by day, and asks what becomes of the days that are full. */
export function checkPage(view: CheckView): Page {
  const { household, preview, terms, typed, corrections, warning } = view;
  const title = texts.check.title(preview.place.firstName);
  const base = contractsAddress(household);
  const full = preview.days.some(({ outcome }) => outcome === "full");
  const query = new URLSearchParams(pairsOf(typed)).toString();
  const flash =
    corrections.length > 0 ? (
      <ErrorSummary items={corrections} />
    ) : warning === undefined ? undefined : (
      <Notice tone="warning" announce>
        <p>{warning}</p>
      </Notice>
    );
  return {
    title,
    section: "families",
    dense: true,
    toCorrect: corrections.length > 0,
    before: <BackLink href={base} label={texts.backToList} />,
    ...(flash === undefined ? {} : { flash }),
    main: (
      <>
        <h1>{title}</h1>
        <p class="lead">{texts.check.lead}</p>
        <p>{contractWords(terms)}</p>
        <p>{texts.list.placeOf(preview.place)}</p>
        <PriceSection household={household} months={view.months} mayReadIncome={view.mayReadIncome} />
        {view.months !== null && preview.before !== null && (
          <p>{texts.price.before(isReplacedWhole(preview.before, terms))}</p>
        )}
        <Preview days={preview.days}>
          <Told days={preview.days} toPhone={view.toPhone} actor={view.actor} />
        </Preview>
        <form method="post" action={`${base}/signer`}>
          <FormToken />
          <input type="hidden" name="cle" value={view.key} />
          <input type="hidden" name="vu" value={preview.seen} />
          {pairsOf(typed).map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          {full && <FullDaysChoice {...view} />}
          <p class="row">
            <Button>{preview.before === null ? texts.check.submit : texts.check.submitChange}</Button>
            <a href={`${base}/nouveau?${query}`}>{texts.check.change}</a>
          </p>
        </form>
      </>
    ),
  };
}

/** Whether the contract that is changed keeps no day of its own: the new one begins on its first day, or before. */
const isReplacedWhole = (before: ContractTerms, { firstDay }: ContractTerms): boolean =>
  Temporal.PlainDate.compare(firstDay, before.firstDay) <= 0;

/** How the family comes to know: by e-mail, or by somebody who phones. */
export function Told(props: {
  days: readonly JudgedDay[];
  toPhone: readonly FamilyToPhone[];
  actor: SignedIn;
}) {
  const { toPhone, actor } = props;
  const { booked, changed, cancelled } = byEffect(props.days);
  if (booked.length + changed.length + cancelled.length === 0) return <p>{texts.check.toldNobody}</p>;
  return (
    <>
      <p>{toPhone.length === 0 ? texts.check.told : texts.check.toldNobody}</p>
      <PhoneList families={toPhone} actor={actor} />
    </>
  );
}

function FullDaysChoice({ answer, corrections }: CheckView) {
  const correction = (field: string) => corrections.find((item) => item.field === field)?.message;
  return (
    <>
      <Radios
        name="complets"
        legend={texts.check.choice}
        value={answer.complets}
        correction={correction("complets")}
        options={[
          { value: "laisser", label: texts.check.leave, hint: texts.check.leaveHint },
          { value: "depasser", label: texts.check.over, hint: texts.check.overHint },
        ]}
      />
      <TextField
        name="motif"
        label={texts.check.reason}
        hint={texts.check.reasonHint}
        value={answer.motif}
        correction={correction("motif")}
        maxLength={LONGEST_REASON}
        optional
      />
    </>
  );
}
