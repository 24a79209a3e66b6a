import type { Authority } from "#identity";
import { formatCents, formatMonth, parisDate } from "#kernel";
import { printPdf, type Answer } from "#platform";

import type { Certificate } from "../certificate/read-certificates.ts";
import { texts } from "../pages/shared/certificate-texts.fr.ts";
import { texts as printed } from "./texts.fr.ts";

/** The certificate of one child, as a file to download: « attestation-presence-2026-lina-lefebvre.pdf ». */
export async function certificateFile(
  certificate: Certificate,
  { authority, now }: { authority: Pick<Authority, "name" | "brand">; now: Temporal.Instant },
): Promise<Answer> {
  const { name, birthDate, year, months, days, cents } = certificate;
  const { phone, email } = authority.brand.contact;
  const today = parisDate(now);
  return {
    kind: "file",
    name: texts.file(year, name),
    type: "application/pdf",
    body: await printPdf({
      template: "src/billing/pdf/certificate.typ",
      data: {
        title: texts.title(year),
        authority: {
          name: authority.name,
          lines: [phone === "" ? "" : printed.phone(phone), email].filter((line) => line !== ""),
        },
        lead: [`${texts.child(name, birthDate)}.`, texts.span(year, today), texts.made(today)],
        columns: Object.values(texts.columns),
        rows: months.map((one) => [
          formatMonth(one.month),
          one.activity,
          String(one.days),
          texts.amount(one.cents),
        ]),
        total: [texts.total, String(days), formatCents(cents)],
        notes: texts.notes,
      },
      at: now,
    }),
  };
}
