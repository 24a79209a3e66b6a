import { formatCents, formatMonth } from "#kernel";
import { DataTable, EmptyState } from "#platform";

import type { Certificate } from "../../certificate/read-certificates.ts";
import { texts } from "./certificate-texts.fr.ts";

interface CertificatesProps {
  readonly certificates: readonly Certificate[];
  readonly year: number;
  readonly today: Temporal.PlainDate;
  /** Where this page is, without its year: « /presences/attestation ». */
  readonly base: string;
}

/** The certificates of a family for a year, child by child, each with its PDF. */
export function CertificatesView({ certificates, year, today, base }: CertificatesProps) {
  return (
    <>
      <h1>{texts.title(year)}</h1>
      <p class="lead">{texts.lead}</p>
      <p>{texts.span(year, today)}</p>
      {certificates.length === 0 && (
        <EmptyState title={texts.none}>
          <p>{texts.noneMore}</p>
        </EmptyState>
      )}
      {certificates.map((certificate) => (
        <Child
          certificate={certificate}
          href={`${base}/${year}/${certificate.participantId}/attestation.pdf`}
        />
      ))}
      {texts.notes.map((note) => (
        <p>{note}</p>
      ))}
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

function Child({ certificate, href }: { certificate: Certificate; href: string }) {
  const { name, birthDate, year, months, days, cents } = certificate;
  return (
    <section>
      <h2>{texts.child(name, birthDate)}</h2>
      <p>{texts.summary(days, cents)}</p>
      <DataTable
        caption={`${texts.title(year)}, ${name}`}
        captionHidden
        columns={[
          {
            header: texts.columns.month,
            rowHeader: true,
            cell: ({ month }) => formatMonth(month),
            total: texts.total,
          },
          { header: texts.columns.activity, cell: ({ activity }) => activity, total: "" },
          { header: texts.columns.days, numeric: true, cell: (one) => one.days, total: days },
          {
            header: texts.columns.amount,
            numeric: true,
            cell: (one) => texts.amount(one.cents),
            total: formatCents(cents),
          },
        ]}
        rows={months}
      />
      <p>
        <a href={href} download>
          {texts.download}
          <span class="vh"> : {name}</span>
        </a>
      </p>
    </section>
  );
}
