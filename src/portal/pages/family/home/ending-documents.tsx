import type { DocumentVersion } from "#documents";
import { validityOf } from "#families";
import { Notice } from "#platform";

import { texts } from "./texts.fr.ts";

/** The documents that end soon or have ended, each with where to send another. */
export function EndingDocuments(props: { documents: readonly DocumentVersion[]; today: Temporal.PlainDate }) {
  const ending = props.documents.flatMap((document) => {
    const { documentId, kindLabel, validUntil } = document;
    const validity = validityOf(document, props.today);
    if (validUntil === null || (validity !== "soon" && validity !== "over")) return [];
    return [{ documentId, words: texts.documents[validity](kindLabel, validUntil) }];
  });
  if (ending.length === 0) return null;
  return (
    <Notice title={texts.documents.title}>
      {ending.map(({ documentId, words }) => (
        <p>
          {words} <a href={`/documents/${documentId}`}>{texts.documents.renew}</a>
        </p>
      ))}
    </Notice>
  );
}
