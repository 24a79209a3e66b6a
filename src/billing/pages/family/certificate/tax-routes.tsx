import { guardian, type Visit } from "#identity";
import { parisDate } from "#kernel";
import { BackLink, formId, notFound, page, route, type Route } from "#platform";
import { z } from "zod";

import { accountReach } from "../../../account/reach.ts";
import { readTaxCertificates } from "../../../certificate/read-tax-certificates.ts";
import { taxCertificateFile } from "../../../pdf/print-tax-certificate.ts";
import { certifiedYear } from "../../shared/certified-year.ts";
import { TaxCertificatesView } from "../../shared/tax-certificates-view.tsx";
import { texts } from "../../shared/tax-texts.fr.ts";

const BASE = "/factures/attestation-fiscale";

/** GET /factures/attestation-fiscale/:year: what each payer of the family paid for care in a year. */
const pageRoute = route({
  method: "GET",
  path: `${BASE}/:year`,
  access: guardian,
  input: z.object({ params: z.object({ year: certifiedYear }) }),
  async answer({ actor, database, now }, { params: { year } }) {
    const today = parisDate(now);
    if (year > today.year) return notFound;
    const reach = accountReach(actor);
    const certificates = await database.read((reads) => readTaxCertificates(reads, reach, year));
    return page({
      title: texts.title(year),
      section: "invoices",
      before: <BackLink href="/factures" label={texts.back} />,
      main: (
        <>
          <h1>{texts.title(year)}</h1>
          <p class="lead">{texts.lead(year)}</p>
          <TaxCertificatesView {...{ certificates, year, today }} base={BASE} />
        </>
      ),
    });
  },
});

/** GET …/:guardian/attestation.pdf: the certificate of one payer. */
const printedRoute = route({
  method: "GET",
  path: `${BASE}/:year/:guardian/attestation.pdf`,
  access: guardian,
  input: z.object({ params: z.object({ year: certifiedYear, guardian: formId<"guardian">() }) }),
  async answer({ actor, authority, database, now }, { params }) {
    const reach = accountReach(actor);
    const certificates = await database.read((reads) => readTaxCertificates(reads, reach, params.year));
    const found = certificates.find(({ guardianId }) => guardianId === params.guardian);
    return found === undefined ? notFound : taxCertificateFile(found, { authority, now });
  },
});

/** A family's tax certificates. */
export const taxFamilyRoutes: readonly Route<Visit>[] = [pageRoute, printedRoute];
