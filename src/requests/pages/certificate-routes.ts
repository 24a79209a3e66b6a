import { guardian, type Authority } from "#identity";
import type { Id } from "#kernel";
import { formId, notFound, route, type Answer, type Reads, type Writes } from "#platform";
import { z } from "zod";

import { certificateOf } from "../certificate/kept-certificate.ts";
import { certificateFile } from "../certificate/print-certificate.ts";
import { decidedRequest, noteRead } from "../deciding/decided-request.ts";
import { requestsWriter } from "../policy.ts";
import { readableRequest, type StoredRequest } from "../request-queries.ts";

const ofRequest = z.object({ request: formId<"request">() });

/** GET /demarches/:request/attestation.pdf: the certificate that a request gave, for whoever may read it. */
const familyRoute = route({
  method: "GET",
  path: "/demarches/:request/attestation.pdf",
  access: guardian,
  input: z.object({ params: ofRequest }),
  async answer({ actor, authority, database }, { params: { request: requestId } }) {
    const found = await database.read(async (reads) =>
      withCertificate(reads, requestId, await readableRequest(reads, actor, requestId)),
    );
    return answerWith(found, authority);
  },
});

/** GET /agent/demarches/:request/attestation.pdf: the same, for an agent; the journal keeps who read it. */
const agentRoute = route({
  method: "GET",
  path: "/agent/demarches/:request/attestation.pdf",
  access: requestsWriter,
  input: z.object({ params: ofRequest }),
  async answer(visit, { params: { request: requestId } }) {
    const found = await visit.database.write(async (writes) => {
      const decided = await decidedRequest(writes, visit, requestId);
      if (decided !== undefined) await noteRead(writes, visit, decided.request);
      return withCertificate(writes, requestId, decided?.request);
    });
    return answerWith(found, visit.authority);
  },
});

async function withCertificate(
  reads: Reads | Writes,
  requestId: Id<"request">,
  request: StoredRequest | undefined,
) {
  const certificate = request === undefined ? undefined : await certificateOf(reads, requestId);
  return request === undefined || certificate === undefined ? undefined : { request, certificate };
}

async function answerWith(
  found: Awaited<ReturnType<typeof withCertificate>>,
  authority: Pick<Authority, "name">,
): Promise<Answer> {
  return found === undefined ? notFound : certificateFile(found.request, found.certificate, authority);
}

/** The certificate of a request, on paper. */
export const certificateRoutes = [familyRoute, agentRoute];
