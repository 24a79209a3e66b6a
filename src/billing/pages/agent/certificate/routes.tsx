import type { SignedInVisit, Visit } from "#identity";
import { parisDate, type Id } from "#kernel";
import { BackLink, formId, notFound, page, route, writeJournal, type Route } from "#platform";
import { z } from "zod";

import { accountsOf } from "../../../account/reach.ts";
import { billingReader } from "../../../policy.ts";
import {
  attendanceCertificate,
  taxCertificate,
  type CertificateKind,
} from "../../shared/certificate-kinds.tsx";
import { certificateOwner, certifiedYear } from "../../shared/certified-year.ts";

const ofHousehold = z.object({ household: formId<"household">(), year: certifiedYear });

/** GET …/:year: what the family may print, for who asks at the desk; GET …/:year/:owner/attestation.pdf: one of them. */
function routesOf<One>({ segment, agent, ...kind }: CertificateKind<One>): readonly Route<Visit>[] {
  const path = `/agent/familles/:household/${segment}/:year`;
  const read = (
    { actor, database, now, address }: SignedInVisit,
    householdId: Id<"household">,
    year: number,
  ) =>
    database.write(async (writes) => {
      await writeJournal(writes, {
        at: now,
        accountId: actor.accountId,
        byLabel: actor.name,
        act: agent.act,
        objectKind: "household",
        objectId: householdId,
        householdId,
        facts: { year },
        address,
      });
      return kind.read(writes, accountsOf(householdId), year);
    });
  return [
    route({
      method: "GET",
      path,
      access: billingReader,
      input: z.object({ params: ofHousehold }),
      async answer(visit, { params: { household, year } }) {
        const today = parisDate(visit.now);
        if (year > today.year) return notFound;
        const certificates = await read(visit, household, year);
        const file = `/agent/familles/${household}`;
        return page({
          title: kind.title(year),
          section: "families",
          dense: true,
          before: <BackLink href={`${file}${agent.above}`} label={agent.back} />,
          main: kind.view({ certificates, year, today, base: `${file}/${segment}`, reader: "agent" }),
        });
      },
    }),
    route({
      method: "GET",
      path: `${path}/:owner/attestation.pdf`,
      access: billingReader,
      input: z.object({ params: ofHousehold.extend({ owner: certificateOwner }) }),
      async answer(visit, { params: { household, year, owner } }) {
        const certificates = await read(visit, household, year);
        const found = certificates.find((one) => kind.ownerOf(one) === owner);
        return found === undefined ? notFound : kind.file(found, visit);
      },
    }),
  ];
}

/** The certificates of any family, for agents of the billing. */
export const certificateAgentRoutes: readonly Route<Visit>[] = [
  ...routesOf(attendanceCertificate),
  ...routesOf(taxCertificate),
];
