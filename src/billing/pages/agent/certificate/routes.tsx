import type { SignedInVisit, Visit } from "#identity";
import { parisDate, type Id } from "#kernel";
import { BackLink, formId, notFound, page, route, writeJournal, type Route } from "#platform";
import { z } from "zod";

import { readCertificates } from "../../../certificate/read-certificates.ts";
import { certificateFile } from "../../../pdf/print-certificate.ts";
import { billingReader } from "../../../policy.ts";
import { texts } from "../../shared/certificate-texts.fr.ts";
import { CertificatesView } from "../../shared/certificates-view.tsx";
import { certifiedYear } from "../../shared/certified-year.ts";
import { texts as words } from "../disputes/texts.fr.ts";

const ofHousehold = z.object({ household: formId<"household">(), year: certifiedYear });

/** GET /agent/familles/:household/attestation/:year: what the family may print, for who asks at the desk. */
const pageRoute = route({
  method: "GET",
  path: "/agent/familles/:household/attestation/:year",
  access: billingReader,
  input: z.object({ params: ofHousehold }),
  async answer(visit, { params: { household, year } }) {
    const today = parisDate(visit.now);
    if (year > today.year) return notFound;
    const certificates = await read(visit, household, year);
    const base = `/agent/familles/${household}`;
    return page({
      title: texts.title(year),
      section: "families",
      dense: true,
      before: <BackLink href={base} label={words.family} />,
      main: <CertificatesView {...{ certificates, year, today }} base={`${base}/attestation`} />,
    });
  },
});

/** GET …/:participant/attestation.pdf: the certificate of one child of the household. */
const printedRoute = route({
  method: "GET",
  path: "/agent/familles/:household/attestation/:year/:participant/attestation.pdf",
  access: billingReader,
  input: z.object({ params: ofHousehold.extend({ participant: formId<"participant">() }) }),
  async answer(visit, { params: { household, year, participant } }) {
    const certificates = await read(visit, household, year);
    const found = certificates.find(({ participantId }) => participantId === participant);
    return found === undefined ? notFound : certificateFile(found, visit);
  },
});

function read({ actor, database, now, address }: SignedInVisit, household: Id<"household">, year: number) {
  return database.write(async (writes) => {
    await writeJournal(writes, {
      at: now,
      accountId: actor.accountId,
      byLabel: actor.name,
      act: "billing.certificate-read",
      objectKind: "household",
      objectId: household,
      householdId: household,
      facts: { year },
      address,
    });
    const reach = { householdIds: [household], onlyGuardian: null, withheldIds: [] };
    return readCertificates(writes, reach, year);
  });
}

/** The certificates of attendance of any family, for agents of the billing. */
export const certificateAgentRoutes: readonly Route<Visit>[] = [pageRoute, printedRoute];
