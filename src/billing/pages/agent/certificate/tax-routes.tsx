import type { SignedInVisit, Visit } from "#identity";
import { parisDate, type Id } from "#kernel";
import { BackLink, formId, notFound, page, route, writeJournal, type Route } from "#platform";
import { z } from "zod";

import { readTaxCertificates } from "../../../certificate/read-tax-certificates.ts";
import { taxCertificateFile } from "../../../pdf/print-tax-certificate.ts";
import { billingReader } from "../../../policy.ts";
import { certifiedYear } from "../../shared/certified-year.ts";
import { TaxCertificatesView } from "../../shared/tax-certificates-view.tsx";
import { texts } from "../../shared/tax-texts.fr.ts";

const PATH = "/agent/familles/:household/attestation-fiscale/:year";
const ofHousehold = z.object({ household: formId<"household">(), year: certifiedYear });

/** GET /agent/familles/:household/attestation-fiscale/:year: what the family may print, for who asks at the desk. */
const pageRoute = route({
  method: "GET",
  path: PATH,
  access: billingReader,
  input: z.object({ params: ofHousehold }),
  async answer(visit, { params: { household, year } }) {
    const today = parisDate(visit.now);
    if (year > today.year) return notFound;
    const certificates = await read(visit, household, year);
    const family = `/agent/familles/${household}`;
    return page({
      title: texts.title(year),
      section: "families",
      dense: true,
      before: <BackLink href={`${family}/factures`} label={texts.back} />,
      main: (
        <>
          <h1>{texts.title(year)}</h1>
          <p class="lead">{texts.leadOf(year)}</p>
          <TaxCertificatesView {...{ certificates, year, today }} base={`${family}/attestation-fiscale`} />
        </>
      ),
    });
  },
});

/** GET …/:guardian/attestation.pdf: the certificate of one payer of the household. */
const printedRoute = route({
  method: "GET",
  path: `${PATH}/:guardian/attestation.pdf`,
  access: billingReader,
  input: z.object({ params: ofHousehold.extend({ guardian: formId<"guardian">() }) }),
  async answer(visit, { params: { household, year, guardian } }) {
    const certificates = await read(visit, household, year);
    const found = certificates.find(({ guardianId }) => guardianId === guardian);
    return found === undefined ? notFound : taxCertificateFile(found, visit);
  },
});

function read({ actor, database, now, address }: SignedInVisit, household: Id<"household">, year: number) {
  return database.write(async (writes) => {
    await writeJournal(writes, {
      at: now,
      accountId: actor.accountId,
      byLabel: actor.name,
      act: "billing.tax-certificate-read",
      objectKind: "household",
      objectId: household,
      householdId: household,
      facts: { year },
      address,
    });
    return readTaxCertificates(
      writes,
      { householdIds: [household], onlyGuardian: null, withheldIds: [] },
      year,
    );
  });
}

/** The tax certificates of any family, for agents of the billing. */
export const taxAgentRoutes: readonly Route<Visit>[] = [pageRoute, printedRoute];
