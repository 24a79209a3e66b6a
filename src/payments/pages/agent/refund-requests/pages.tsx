import { formatCents, typedEuros, type Cents } from "#kernel";
import {
  BackLink,
  Button,
  DataTable,
  EmptyState,
  ErrorSummary,
  FormToken,
  Notice,
  SummaryList,
  TextArea,
  type Correction,
  type Page,
} from "#platform";

import type { RefundRequest } from "../../../advances/refund-request.ts";
import { backOfficeMeans } from "../paid-texts.fr.ts";
import { RefundForm } from "../refund-form.tsx";
import type { PaidAhead } from "../../../advances/paid-ahead.ts";
import { PaidAheadNotice } from "./paid-ahead-notice.tsx";
import { texts } from "./texts.fr.ts";

const PATH = "/agent/paiements/remboursements";

/** What families ask to have back, the oldest first. */
export function requestsPage(requests: readonly RefundRequest[], done: boolean): Page {
  return {
    title: texts.title,
    section: "payments",
    dense: true,
    before: <BackLink href="/agent/paiements" label={texts.back} />,
    ...(done ? { flash: <Notice tone="success" title={texts.done} announce /> } : {}),
    main: (
      <>
        <h1>{texts.title}</h1>
        <p class="lead">{texts.lead}</p>
        {requests.length === 0 ? (
          <EmptyState title={texts.none} />
        ) : (
          <DataTable
            caption={texts.title}
            captionHidden
            columns={[
              {
                header: texts.columns.payer,
                rowHeader: true,
                cell: ({ id, payer }) => <a href={`${PATH}/${id}`}>{payer}</a>,
              },
              { header: texts.columns.amount, numeric: true, cell: ({ cents }) => formatCents(cents) },
              { header: texts.columns.at, cell: ({ at }) => texts.day(at) },
              { header: texts.columns.by, cell: ({ by }) => by },
            ]}
            rows={requests}
          />
        )}
      </>
    ),
  };
}

interface RequestView {
  readonly request: RefundRequest;
  readonly most: Cents;
  readonly ahead: readonly PaidAhead[];
  readonly typed: Readonly<Record<"montant" | "moyen" | "motif" | "raison", string>>;
  readonly corrections: readonly Correction[];
}

/** One request: what may be given back, and the two answers. */
export function requestPage({ request, most, ahead, typed, corrections }: RequestView): Page {
  const { id, payer, cents, by, at, householdId, guardianId } = request;
  const wrong = (name: string) => corrections.find(({ field }) => field === name)?.message;
  return {
    title: texts.one(payer),
    section: "payments",
    dense: true,
    toCorrect: corrections.length > 0,
    before: <BackLink href={PATH} label={texts.title} />,
    flash: <ErrorSummary items={corrections} />,
    main: (
      <>
        <h1>{texts.one(payer)}</h1>
        <SummaryList
          facts={[
            { term: texts.asked, value: `${formatCents(cents)}, ${texts.day(at)}, ${by}` },
            { term: texts.most, value: <strong>{formatCents(most)}</strong> },
          ]}
        />
        <p>{texts.mostHint}</p>
        <PaidAheadNotice ahead={ahead} />
        <p>
          <a href={`/agent/familles/${householdId}/comptes/${guardianId}`}>{texts.account}</a>
        </p>
        <h2>{texts.give}</h2>
        <RefundForm
          action={`${PATH}/${id}`}
          formKey={null}
          means={backOfficeMeans}
          typed={{
            ...typed,
            montant: typed.montant === "" ? typedEuros(Math.min(cents, most)) : typed.montant,
          }}
          said={texts.said}
          correction={wrong}
        />
        <h2>{texts.refuse}</h2>
        <form method="post" action={`${PATH}/${id}/refuser`}>
          <FormToken />
          <TextArea
            name="raison"
            label={texts.whyNot}
            hint={texts.whyNotHint}
            value={typed.raison}
            maxLength={500}
            correction={wrong("raison")}
          />
          <Button variant="secondary">{texts.refuseSubmit}</Button>
        </form>
      </>
    ),
  };
}
