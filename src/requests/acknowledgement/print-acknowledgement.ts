import type { Authority } from "#identity";
import { printPdf, type Answer } from "#platform";

import type { StoredRequest, Submission } from "../request-queries.ts";
import { acknowledgementOf } from "./acknowledgement.ts";
import { texts } from "./texts.fr.ts";

/** The acknowledgement of a submission, as a file to keep: « accuse-reception-128.pdf ». */
export async function acknowledgementFile(
  request: StoredRequest,
  submission: Submission,
  { name }: Pick<Authority, "name">,
): Promise<Answer> {
  const { title, received, department, silence, expected, appeal } = acknowledgementOf(request, submission);
  const parts = [
    { title: texts.department, lines: department },
    { title: texts.silence, lines: [silence] },
    { title: texts.expected, lines: [expected] },
    { title: texts.appeal, lines: [appeal] },
  ];
  return {
    kind: "file",
    name: texts.file(request.number),
    type: "application/pdf",
    body: await printPdf({
      template: "src/requests/acknowledgement/acknowledgement.typ",
      data: {
        title: `${texts.name}. ${title}`,
        authority: name,
        received,
        parts: parts.filter(({ lines }) => lines.some((line) => line !== "")),
        law: texts.law,
      },
      at: submission.at,
    }),
  };
}
