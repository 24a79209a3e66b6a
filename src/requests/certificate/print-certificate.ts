import type { Authority } from "#identity";
import { printPdf, type Answer } from "#platform";

import type { StoredRequest } from "../request-queries.ts";
import type { KeptCertificate } from "./kept-certificate.ts";
import { texts } from "./texts.fr.ts";

/** A certificate of enrolment as a file to keep, the same each time: « attestation-inscription-128.pdf ». */
export async function certificateFile(
  { number }: Pick<StoredRequest, "number">,
  { child, bornOn, lines, by, at }: KeptCertificate,
  { name }: Pick<Authority, "name">,
): Promise<Answer> {
  return {
    kind: "file",
    name: texts.file(number),
    type: "application/pdf",
    body: await printPdf({
      template: "src/requests/certificate/certificate.typ",
      data: {
        title: texts.title,
        authority: name,
        says: texts.says(name, child),
        born: bornOn === null ? "" : texts.born(bornOn),
        lines: lines.map(({ activity, firstDay, lastDay }) => texts.line(activity, firstDay, lastDay)),
        given: texts.given(by, at),
      },
      at,
    }),
  };
}
