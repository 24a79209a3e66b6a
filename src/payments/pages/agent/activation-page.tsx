import { parisDate } from "#kernel";
import { BackLink, Button, DataTable, FormToken, Notice, SummaryList, type Page } from "#platform";

import type { ActivationPayment } from "../../activation/activation.ts";
import { nextWorkingDay } from "../../activation/working-day.ts";
import type { KeptSetting } from "../../settings/setting.ts";
import { texts } from "./activation-texts.fr.ts";
import { moment } from "./moment.ts";

const { steps } = texts;
const PATH = "/agent/paiements/reglages/activation";

interface ActivationView {
  readonly formKey: string;
  readonly setting: KeptSetting | undefined;
  readonly payments: readonly ActivationPayment[];
}

/** What an authority does from its first trial to production, and what of it is done. */
export function activationPage(view: ActivationView): Page {
  const { setting, payments } = view;
  return {
    title: texts.title,
    section: "payments",
    dense: true,
    before: <BackLink href="/agent/paiements/reglages" label={texts.back} />,
    ...(payments[0]?.state === "failed"
      ? {
          flash: (
            <Notice tone="warning">
              <p>{texts.failed(payments[0].why ?? "")}</p>
            </Notice>
          ),
        }
      : {}),
    ...(setting === undefined ? {} : { formTargets: [setting.origin] }),
    main: (
      <>
        <h1>{texts.title}</h1>
        <p class="lead">{texts.lead}</p>
        {setting === undefined ? <p>{texts.none}</p> : <Steps {...view} setting={setting} />}
        {payments.length > 0 && <History payments={payments} />}
      </>
    ),
  };
}

function Steps({ formKey, setting, payments }: ActivationView & { setting: KeptSetting }) {
  const { account, mode } = setting;
  return (
    <>
      <p>{texts.account(account, texts.modes[mode])}</p>
      <h2>{steps.title}</h2>
      <SummaryList
        facts={[
          { term: steps.test, value: <Step more={steps.testMore} state={doneWords(trialOf(payments))} /> },
          {
            term: steps.card,
            value: <Step more={steps.cardMore} state={activatedWords(payments, "card")} />,
          },
          {
            term: steps.debit,
            value: <Step more={steps.debitMore} state={activatedWords(payments, "debit")} />,
          },
          {
            term: steps.production,
            value: <Step more={steps.productionMore} state={productionWords(setting, payments)} />,
          },
        ]}
      />
      {mode === "production" ? (
        <p>{texts.production}</p>
      ) : (
        <form method="post" action={PATH}>
          <FormToken />
          <input type="hidden" name="cle" value={formKey} />
          <p>{texts.payMore}</p>
          <Button>{texts.pay[mode]}</Button>
        </form>
      )}
    </>
  );
}

function Step({ more, state }: { more: string; state: string }) {
  return (
    <>
      <strong>{state}</strong>
      <div>{more}</div>
    </>
  );
}

const trialOf = (payments: readonly ActivationPayment[]) =>
  payments.find(({ mode, state }) => mode === "test" && state === "paid");

const activationBy = (payments: readonly ActivationPayment[], by: "card" | "debit") =>
  payments.findLast(({ mode, state, means }) => mode === "activation" && state === "paid" && means === by);

const doneWords = (done: ActivationPayment | undefined): string =>
  done === undefined ? texts.todo : texts.done(done.at, done.by);

function activatedWords(payments: readonly ActivationPayment[], by: "card" | "debit"): string {
  const done = activationBy(payments, by);
  return done === undefined
    ? texts.todo
    : `${texts.done(done.at, done.by)} ${texts.effective(nextWorkingDay(parisDate(done.at)))}`;
}

function productionWords({ mode }: KeptSetting, payments: readonly ActivationPayment[]): string {
  if (mode === "production") return texts.already;
  const first = activationBy(payments, "card") ?? activationBy(payments, "debit");
  return first === undefined ? texts.wait : texts.from(nextWorkingDay(parisDate(first.at)));
}

function History({ payments }: Pick<ActivationView, "payments">) {
  return (
    <>
      <h2>{texts.history}</h2>
      <DataTable
        caption={texts.history}
        captionHidden
        columns={[
          { header: texts.columns.at, rowHeader: true, cell: ({ at }) => moment(at) },
          { header: texts.columns.mode, cell: ({ mode }) => texts.modes[mode] },
          { header: texts.columns.refdet, cell: ({ refdet }) => refdet },
          { header: texts.columns.means, cell: ({ means }) => (means === null ? "–" : texts.means[means]) },
          {
            header: texts.columns.state,
            cell: ({ id, state }) =>
              state === "open" ? (
                <>
                  {texts.states[state]}
                  <form method="post" action={`${PATH}/${id}/verifier`}>
                    <FormToken />
                    <Button variant="secondary">{texts.check}</Button>
                  </form>
                </>
              ) : (
                texts.states[state]
              ),
          },
          { header: texts.columns.by, cell: ({ by }) => by },
        ]}
        rows={payments}
      />
    </>
  );
}
