import type { VNode } from "preact";

import type { Authority } from "#identity";
import type { Answer, Reads, Writes } from "#platform";

import type { AccountReach } from "../../account/reach.ts";
import { readCertificates, type Certificate } from "../../certificate/read-certificates.ts";
import { readTaxCertificates, type TaxCertificate } from "../../certificate/read-tax-certificates.ts";
import { certificateFile } from "../../pdf/print-certificate.ts";
import { taxCertificateFile } from "../../pdf/print-tax-certificate.ts";
import { texts as words } from "../agent/disputes/texts.fr.ts";
import { texts as attendance } from "./certificate-texts.fr.ts";
import { CertificatesView } from "./certificates-view.tsx";
import { TaxCertificatesView } from "./tax-certificates-view.tsx";
import { texts as tax } from "./tax-texts.fr.ts";

/** A kind of certificate that a family prints for a year: who came, or what was paid for care. */
export interface CertificateKind<One> {
  /** The part of its address that names it. */
  readonly segment: string;
  readonly title: (year: number) => string;
  /** Where a family finds it, under which section, and where it came from. */
  readonly family: {
    readonly above: "/presences" | "/factures";
    readonly section: string;
    readonly back: string;
  };
  /** Where an agent came from, below the family's file, and what the journal calls the reading. */
  readonly agent: { readonly above: "" | "/factures"; readonly back: string; readonly act: string };
  readonly read: (reads: Reads | Writes, reach: AccountReach, year: number) => Promise<readonly One[]>;
  /** Whose it is, in the address of its file. */
  readonly ownerOf: (certificate: One) => string;
  readonly file: (
    certificate: One,
    by: { readonly authority: Pick<Authority, "name" | "brand">; readonly now: Temporal.Instant },
  ) => Promise<Answer>;
  readonly view: (props: {
    readonly certificates: readonly One[];
    readonly year: number;
    readonly today: Temporal.PlainDate;
    readonly base: string;
    readonly reader: "family" | "agent";
  }) => VNode;
}

/** Who came, child by child. */
export const attendanceCertificate: CertificateKind<Certificate> = {
  segment: "attestation",
  title: attendance.title,
  family: { above: "/presences", section: "history", back: attendance.backToPresences },
  agent: { above: "", back: words.family, act: "billing.certificate-read" },
  read: readCertificates,
  ownerOf: ({ participantId }) => participantId,
  file: certificateFile,
  view: ({ certificates, year, today, base }) => (
    <CertificatesView {...{ certificates, year, today, base }} />
  ),
};

/** What was paid for care, payer by payer, for the income tax. */
export const taxCertificate: CertificateKind<TaxCertificate> = {
  segment: "attestation-fiscale",
  title: tax.title,
  family: { above: "/factures", section: "invoices", back: tax.back },
  agent: { above: "/factures", back: tax.back, act: "billing.tax-certificate-read" },
  read: readTaxCertificates,
  ownerOf: ({ guardianId }) => guardianId,
  file: taxCertificateFile,
  view: ({ certificates, year, today, base, reader }) => (
    <>
      <h1>{tax.title(year)}</h1>
      <p class="lead">{reader === "family" ? tax.lead(year) : tax.leadOf(year)}</p>
      <TaxCertificatesView {...{ certificates, year, today, base }} />
    </>
  ),
};
