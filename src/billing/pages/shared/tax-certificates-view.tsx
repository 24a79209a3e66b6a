import { formatCents, type Id } from "#kernel";
import { DataTable, Details, EmptyState } from "#platform";

import type { TaxCertificate, TaxChild } from "../../certificate/read-tax-certificates.ts";
import { texts } from "./tax-texts.fr.ts";

interface TaxCertificatesProps {
  readonly certificates: readonly TaxCertificate[];
  readonly year: number;
  readonly today: Temporal.PlainDate;
  /** Where this page is, without its year: « /factures/attestation-fiscale ». */
  readonly base: string;
}

/** The tax certificates of a family for a year, payer by payer, each with its PDF, and what they count. */
export function TaxCertificatesView({ certificates, year, today, base }: TaxCertificatesProps) {
  return (
    <>
      {year === today.year && <p>{texts.running(today)}</p>}
      {certificates.length === 0 && (
        <EmptyState title={texts.none}>
          <p>{texts.noneMore}</p>
        </EmptyState>
      )}
      {certificates.map((certificate) => (
        <OfPayer certificate={certificate} href={pdfHref(base, year, certificate.guardianId)} />
      ))}
      <Details summary={texts.what}>
        {texts.notes.map((note) => (
          <p>{note}</p>
        ))}
      </Details>
      <nav class="row" aria-label={texts.years}>
        {[today.year, today.year - 1, today.year - 2].map((one) => (
          <a href={`${base}/${one}`} aria-current={one === year ? "page" : undefined}>
            {one}
          </a>
        ))}
      </nav>
    </>
  );
}

const pdfHref = (base: string, year: number, guardian: Id<"guardian">) =>
  `${base}/${year}/${guardian}/attestation.pdf`;

function OfPayer({ certificate, href }: { certificate: TaxCertificate; href: string }) {
  const { payer, year, children, cents, cesu, waiting } = certificate;
  return (
    <section>
      <h2>{texts.of(payer)}</h2>
      <DataTable
        caption={`${texts.title(year)}, ${payer}`}
        captionHidden
        columns={[
          {
            header: texts.columns.child,
            rowHeader: true,
            cell: ({ child }) => texts.child(child.name, child.birthDate),
            total: texts.total,
          },
          { header: texts.columns.service, cell: ({ activity }) => activity, total: "" },
          { header: texts.columns.site, cell: ({ site }) => site, total: "" },
          {
            header: texts.columns.paid,
            numeric: true,
            cell: (row) => formatCents(row.cents),
            total: formatCents(cents),
          },
          {
            header: texts.columns.cesu,
            numeric: true,
            cell: (row) => formatCents(row.cesu),
            total: formatCents(cesu),
          },
        ]}
        rows={certifiedRows(children)}
      />
      {remarksOf(certificate).map((remark) => (
        <p>{remark}</p>
      ))}
      {waiting > 0 && <p>{texts.waiting(waiting)}</p>}
      <p>
        <a href={href} download>
          {texts.download}
          <span class="vh"> : {payer}</span>
        </a>
      </p>
    </section>
  );
}

/** One row for each service of a child that is certified. */
export function certifiedRows(children: readonly TaxChild[]) {
  return children
    .filter(({ young }) => young)
    .flatMap((child) => child.services.map((service) => ({ ...service, child })));
}

/** Why a child has no amount, or less than was paid. */
export function remarksOf({ children, year }: Pick<TaxCertificate, "children" | "year">): readonly string[] {
  return children.flatMap(({ name, young, birthDate, beyond }) => [
    ...(young ? [] : [`${name} : ${birthDate === null ? texts.unknown : texts.old(year)}`]),
    ...(beyond > 0 ? [`${name} : ${texts.beyond(beyond)}`] : []),
  ]);
}
