import type { Authority } from "#identity";
import { formatCents, parisDate } from "#kernel";
import { printPdf, type Answer } from "#platform";

import type { TaxCertificate } from "../certificate/read-tax-certificates.ts";
import { certifiedRows, remarksOf } from "../pages/shared/tax-certificates-view.tsx";
import { texts } from "../pages/shared/tax-texts.fr.ts";
import { texts as printed } from "./texts.fr.ts";

/** The tax certificate of a payer, as a file to download: « attestation-fiscale-2026-claire-lefebvre.pdf ». */
export async function taxCertificateFile(
  certificate: TaxCertificate,
  { authority, now }: { authority: Pick<Authority, "name" | "brand">; now: Temporal.Instant },
): Promise<Answer> {
  const { payer, year, children, cents, cesu, waiting } = certificate;
  const { phone, email } = authority.brand.contact;
  const today = parisDate(now);
  return {
    kind: "file",
    name: texts.file(year, payer),
    type: "application/pdf",
    body: await printPdf({
      template: "src/billing/pdf/tax-certificate.typ",
      data: {
        title: texts.title(year),
        authority: {
          name: authority.name,
          lines: [phone === "" ? "" : printed.phone(phone), email].filter((line) => line !== ""),
        },
        lead: [
          `${texts.of(payer)}.`,
          texts.span(year),
          ...(year === today.year ? [texts.running(today)] : []),
          texts.made(today),
        ],
        columns: Object.values(texts.columns),
        rows: certifiedRows(children).map(({ child, activity, site, ...paid }) => [
          texts.child(child.name, child.birthDate),
          activity,
          site,
          formatCents(paid.cents),
          formatCents(paid.cesu),
        ]),
        total: [texts.total, formatCents(cents), formatCents(cesu)],
        remarks: [...remarksOf(certificate), ...(waiting > 0 ? [texts.waiting(waiting)] : [])],
        what: texts.what,
        notes: texts.notes,
      },
      at: now,
    }),
  };
}
