import { guardian, type Visit } from "#identity";
import { parisDate } from "#kernel";
import { BackLink, notFound, page, route, type Route } from "#platform";
import { z } from "zod";

import { accountReach } from "../../../account/reach.ts";
import {
  attendanceCertificate,
  taxCertificate,
  type CertificateKind,
} from "../../shared/certificate-kinds.tsx";
import { certificateOwner, certifiedYear } from "../../shared/certified-year.ts";

/** GET …/:year: a family's certificates of a year; GET …/:year/:owner/attestation.pdf: one of them on paper. */
function routesOf<One>({ segment, family, ...kind }: CertificateKind<One>): readonly Route<Visit>[] {
  const base = `${family.above}/${segment}`;
  return [
    route({
      method: "GET",
      path: `${base}/:year`,
      access: guardian,
      input: z.object({ params: z.object({ year: certifiedYear }) }),
      async answer({ actor, database, now }, { params: { year } }) {
        const today = parisDate(now);
        if (year > today.year) return notFound;
        const certificates = await database.read((reads) => kind.read(reads, accountReach(actor), year));
        return page({
          title: kind.title(year),
          section: family.section,
          before: <BackLink href={family.above} label={family.back} />,
          main: kind.view({ certificates, year, today, base, reader: "family" }),
        });
      },
    }),
    route({
      method: "GET",
      path: `${base}/:year/:owner/attestation.pdf`,
      access: guardian,
      input: z.object({ params: z.object({ year: certifiedYear, owner: certificateOwner }) }),
      async answer({ actor, authority, database, now }, { params: { year, owner } }) {
        const certificates = await database.read((reads) => kind.read(reads, accountReach(actor), year));
        const found = certificates.find((one) => kind.ownerOf(one) === owner);
        return found === undefined ? notFound : kind.file(found, { authority, now });
      },
    }),
  ];
}

/** A family's certificates of attendance, and those for the tax. */
export const certificateFamilyRoutes: readonly Route<Visit>[] = [
  ...routesOf(attendanceCertificate),
  ...routesOf(taxCertificate),
];
