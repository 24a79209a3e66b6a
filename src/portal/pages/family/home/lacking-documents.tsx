import type { LackingDocuments } from "#bookings";
import { joinList } from "#kernel";
import { Notice } from "#platform";

import { texts } from "./texts.fr.ts";

/** The documents that an enrolment asks for and the household has not sent, or that are over. */
export function LackingNotice({ lacking }: { lacking: readonly LackingDocuments[] }) {
  if (lacking.length === 0) return null;
  return (
    <Notice title={texts.lacking.title}>
      {lacking.map(({ firstName, activityName, documents }) => (
        <p>{texts.lacking.line(firstName, activityName, joinList(documents.map((one) => `« ${one} »`)))}</p>
      ))}
      <p>
        <a href="/documents">{texts.lacking.send}</a>
      </p>
    </Notice>
  );
}
