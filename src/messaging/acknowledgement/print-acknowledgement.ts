import { printPdf, type Answer } from "#platform";

import { acknowledgementOf, type Received } from "./acknowledgement.ts";
import { texts } from "./texts.fr.ts";

/**
 * The acknowledgement as a file to keep, the same each time.
 * @param name « accuse-reception-128.pdf »
 */
export async function acknowledgementFile(
  acknowledged: Received,
  { name, authority }: { readonly name: string; readonly authority: { readonly name: string } },
): Promise<Answer> {
  const { title, received, completed, department, silence, expected, appeal } =
    acknowledgementOf(acknowledged);
  const parts = [
    { title: texts.department, lines: department },
    { title: texts.silence, lines: [silence] },
    { title: texts.expected, lines: [expected] },
    { title: texts.appeal, lines: [appeal] },
  ];
  return {
    kind: "file",
    name,
    type: "application/pdf",
    body: await printPdf({
      template: "src/messaging/acknowledgement/acknowledgement.typ",
      data: {
        title: `${texts.name}. ${title}`,
        authority: authority.name,
        received: [received, completed].filter((line) => line !== ""),
        parts: parts.filter(({ lines }) => lines.some((line) => line !== "")),
        law: texts.law,
      },
      at: acknowledged.completedAt ?? acknowledged.at,
    }),
  };
}
