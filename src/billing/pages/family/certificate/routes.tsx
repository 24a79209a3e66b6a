import { guardian, type Visit } from "#identity";
import { parisDate } from "#kernel";
import { BackLink, formId, notFound, page, route, type Route } from "#platform";
import { z } from "zod";

import { accountReach } from "../../../account/reach.ts";
import { readCertificates } from "../../../certificate/read-certificates.ts";
import { certificateFile } from "../../../pdf/print-certificate.ts";
import { texts } from "../../shared/certificate-texts.fr.ts";
import { CertificatesView } from "../../shared/certificates-view.tsx";
import { certifiedYear } from "../../shared/certified-year.ts";

/** GET /presences/attestation/:year: the care of each child in a year, by month. */
const pageRoute = route({
  method: "GET",
  path: "/presences/attestation/:year",
  access: guardian,
  input: z.object({ params: z.object({ year: certifiedYear }) }),
  async answer({ actor, database, now }, { params: { year } }) {
    const today = parisDate(now);
    if (year > today.year) return notFound;
    const reach = accountReach(actor);
    const certificates = await database.read((reads) => readCertificates(reads, reach, year));
    return page({
      title: texts.title(year),
      section: "history",
      before: <BackLink href="/presences" label={texts.backToPresences} />,
      main: <CertificatesView {...{ certificates, year, today }} base="/presences/attestation" />,
    });
  },
});

/** GET …/:participant/attestation.pdf: the certificate of one child. */
const printedRoute = route({
  method: "GET",
  path: "/presences/attestation/:year/:participant/attestation.pdf",
  access: guardian,
  input: z.object({ params: z.object({ year: certifiedYear, participant: formId<"participant">() }) }),
  async answer({ actor, authority, database, now }, { params: { year, participant } }) {
    const reach = accountReach(actor);
    const certificates = await database.read((reads) => readCertificates(reads, reach, year));
    const found = certificates.find(({ participantId }) => participantId === participant);
    return found === undefined ? notFound : certificateFile(found, { authority, now });
  },
});

/** A family's certificates of attendance. */
export const certificateFamilyRoutes: readonly Route<Visit>[] = [pageRoute, printedRoute];
