import {
  BackLink,
  Button,
  EmptyState,
  ErrorSummary,
  FormToken,
  Notice,
  Radios,
  TextArea,
  type Correction,
  type Page,
} from "#platform";

import type { InvoiceLine } from "../../../account/read-invoice.ts";
import type { Evidence } from "../../../disputes/evidence.ts";
import type { WaitingDispute } from "../../../disputes/read-disputes.ts";
import { invoiceNumber } from "../../../rules/invoice-number.ts";
import { EvidenceView } from "../../shared/evidence-view.tsx";
import { LONGEST_REASON } from "../runs/limits.ts";
import { DisputesTable } from "./disputes-table.tsx";
import { texts } from "./texts.fr.ts";

const PATH = "/agent/facturation/contestations";

/** What families dispute, and how long they have waited; after an answer, what it still asks. */
export function disputesPage(
  disputes: readonly WaitingDispute[],
  answered: "accepted" | "refused" | undefined,
): Page {
  return {
    title: texts.title,
    section: "billing",
    dense: true,
    before: <BackLink href="/agent/facturation" label={texts.back} />,
    ...(answered === undefined
      ? {}
      : {
          flash: (
            <Notice tone="success" title={texts.saved.title} announce>
              <p>{texts.saved[answered]}</p>
            </Notice>
          ),
        }),
    main: (
      <>
        <h1>{texts.title}</h1>
        <p>
          <a href={`${PATH}/reglage`}>{texts.rule.title}</a>
        </p>
        {disputes.length === 0 ? (
          <EmptyState title={texts.none} />
        ) : (
          <>
            <p class="lead">{texts.lead}</p>
            <DisputesTable disputes={disputes} />
          </>
        )}
      </>
    ),
  };
}

/** What the page of one dispute shows. */
interface DisputeView {
  readonly dispute: WaitingDispute;
  readonly line: InvoiceLine;
  readonly issuedOn: Temporal.PlainDate;
  readonly evidence: readonly Evidence[];
  /** Whether this agent may open what was noted that day at the site. */
  readonly mayNote: boolean;
  readonly corrections: readonly Correction[];
}

/** A dispute with what is noted of the line, and the form of the answer. */
export function disputePage(view: DisputeView): Page {
  const { dispute, line, issuedOn, evidence, mayNote, corrections } = view;
  const { id, at, by, reason, invoiceId, householdId, household, siteId, day } = dispute;
  const title = texts.one(household, invoiceNumber(dispute));
  const correction = (field: string) => corrections.find((one) => one.field === field)?.message;
  return {
    title,
    section: "billing",
    dense: true,
    toCorrect: corrections.length > 0,
    before: <BackLink href={PATH} label={texts.title} />,
    flash: <ErrorSummary items={corrections} />,
    main: (
      <>
        <h1>{title}</h1>
        <p class="lead">{texts.said(by, at, reason)}</p>
        <p class="row">
          <a href={`/agent/factures/${invoiceId}`}>{texts.invoice}</a>
          <a href={`/agent/familles/${householdId}`}>{texts.family}</a>
          {siteId !== null && mayNote && (
            <a href={`/agent/pointage/${siteId}?jour=${day.toString()}`}>{texts.pointing}</a>
          )}
          <a href={`/agent/familles/${householdId}/planning?mois=${day.toPlainYearMonth().toString()}`}>
            {texts.booking}
          </a>
        </p>
        <EvidenceView line={line} issuedOn={issuedOn} evidence={evidence} />
        <form method="post" action={`${PATH}/${id}`}>
          <FormToken />
          <Radios
            name="decision"
            legend={texts.decision}
            options={[
              { value: "accepted", label: texts.options.accepted },
              { value: "refused", label: texts.options.refused },
            ]}
            correction={correction("decision")}
          />
          <TextArea
            name="reponse"
            label={texts.answer}
            maxLength={LONGEST_REASON}
            correction={correction("reponse")}
          />
          <Button>{texts.submit}</Button>
        </form>
      </>
    ),
  };
}
