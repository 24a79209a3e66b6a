import type { AdvanceRule, BalanceAlert, Payer } from "#billing";
import { cents, typedEuros, type Cents } from "#kernel";
import {
  BackLink,
  Button,
  ButtonLink,
  ErrorSummary,
  FormToken,
  Notice,
  TextField,
  type Correction,
  type Page,
} from "#platform";

import type { RefundRequest } from "../../../advances/refund-request.ts";
import type { Attempt } from "../../../attempts/attempt.ts";
import { texts } from "./texts.fr.ts";

/** What the page of an advance is drawn from. */
export interface AdvanceView extends Payer {
  readonly payer: string;
  readonly formKey: string;
  /** What the account owes; less than 0: what is in its favour. */
  readonly balance: Cents;
  /** Null where families do not pay in advance now. */
  readonly rule: AdvanceRule | null;
  readonly origin: string | null;
  readonly live: Attempt | undefined;
  readonly alert: BalanceAlert | undefined;
  readonly request: RefundRequest | undefined;
  readonly typed: Readonly<Partial<Record<"montant" | "email" | "seuil" | "rendre", string | undefined>>>;
  readonly saved: "seuil" | "demande" | null;
  readonly corrections: readonly Correction[];
}

/** What is left in advance, how to add to it, when to be told, and how to have the rest back. */
export function advancePage(view: AdvanceView): Page {
  const { payer, balance, rule, origin, saved, alert, corrections } = view;
  return {
    title: rule === null ? texts.titleClosed : texts.title,
    section: "invoices",
    toCorrect: corrections.length > 0,
    ...(origin === null ? {} : { formTargets: [origin] }),
    before: <BackLink href="/factures" label={texts.back} />,
    flash: (
      <>
        {saved === "seuil" && (
          <Notice tone="success" title={texts.alert.saved(alert?.below ?? cents(0))} announce />
        )}
        {saved === "demande" && <Notice tone="success" title={texts.refund.asked} announce />}
        <ErrorSummary items={corrections} />
      </>
    ),
    main: (
      <>
        <h1>{rule === null ? texts.titleClosed : texts.title}</h1>
        <p class="lead">{texts.of(payer)}</p>
        <p>
          <strong>{texts.balance(balance)}</strong>
        </p>
        <p>{texts.explained}</p>
        {rule === null ? (
          <Notice title={texts.closed}>
            <p>{texts.closedMore}</p>
          </Notice>
        ) : (
          <>
            <Pay {...view} rule={rule} />
            <Alert {...view} rule={rule} />
          </>
        )}
        <GiveBack {...view} />
      </>
    ),
  };
}

function Account({ householdId, guardianId }: Payer) {
  return (
    <>
      <input type="hidden" name="foyer" value={householdId} />
      <input type="hidden" name="payeur" value={guardianId} />
    </>
  );
}

function correctionOf(corrections: readonly Correction[], name: string): string | undefined {
  return corrections.find(({ field }) => field === name)?.message;
}

function Pay({ rule, live, formKey, typed, corrections, ...account }: AdvanceView & { rule: AdvanceRule }) {
  if (live !== undefined)
    return (
      <Notice tone="warning" title={texts.underWay}>
        <p>{texts.underWayMore}</p>
        <ButtonLink href={`/paiements/${live.id}`}>{texts.see}</ButtonLink>
      </Notice>
    );
  return (
    <form method="post" action="/avance">
      <FormToken />
      <Account {...account} />
      <input type="hidden" name="cle" value={formKey} />
      <TextField
        name="montant"
        label={texts.amount}
        hint={texts.amountHint(rule.least, rule.most)}
        value={typed.montant ?? ""}
        inputmode="decimal"
        width="short"
        correction={correctionOf(corrections, "montant")}
      />
      <TextField
        name="email"
        type="email"
        label={texts.email}
        value={typed.email ?? ""}
        autocomplete="email"
        maxLength={80}
        correction={correctionOf(corrections, "email")}
      />
      <p>{texts.outside}</p>
      <Button wide>{texts.pay}</Button>
    </form>
  );
}

function Alert({ rule, alert, typed, corrections, ...account }: AdvanceView & { rule: AdvanceRule }) {
  const below = alert?.below ?? rule.alert;
  return (
    <section>
      <h2>{texts.alert.title}</h2>
      <form method="post" action="/avance/seuil">
        <FormToken />
        <Account {...account} />
        <TextField
          name="seuil"
          label={texts.alert.label}
          hint={texts.alert.hint(rule.alertLeast, rule.alertMost)}
          value={typed.seuil ?? (below === 0 ? "" : typedEuros(below))}
          inputmode="decimal"
          width="short"
          optional
          correction={correctionOf(corrections, "seuil")}
        />
        <Button variant="secondary">{texts.alert.save}</Button>
      </form>
    </section>
  );
}

function GiveBack({ balance, request, formKey, typed, corrections, ...account }: AdvanceView) {
  const favour = cents(Math.max(0, 0 - balance));
  const waits = request !== undefined && request.answeredAt === null;
  if (favour === 0 && request === undefined) return null;
  return (
    <section>
      <h2>{texts.refund.title}</h2>
      {request !== undefined && <p>{answerOf(request)}</p>}
      {favour > 0 && !waits && (
        <>
          <p>{texts.refund.lead(favour)}</p>
          <form method="post" action="/avance/remboursement">
            <FormToken />
            <Account {...account} />
            <input type="hidden" name="cle" value={formKey} />
            <TextField
              name="rendre"
              label={texts.refund.label}
              value={typed.rendre ?? typedEuros(favour)}
              inputmode="decimal"
              width="short"
              correction={correctionOf(corrections, "rendre")}
            />
            <Button variant="secondary">{texts.refund.ask}</Button>
          </form>
        </>
      )}
    </section>
  );
}

function answerOf({ cents: asked, at, outcome, answer, given, answeredAt }: RefundRequest): string {
  if (outcome === null || answeredAt === null) return texts.refund.waits(asked, at);
  return outcome === "given_back"
    ? texts.refund.given(given ?? asked, answeredAt, answer ?? "")
    : texts.refund.refused(answeredAt, answer ?? "");
}
