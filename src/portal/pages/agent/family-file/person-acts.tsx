import type { LeftPerson } from "#families";
import { formatShortDate } from "#kernel";
import { DataTable, Details } from "#platform";

import { texts } from "./texts.fr.ts";

/** What an agent does about one person of the file. */
export function PersonActs({ base, name }: { base: string; name: string }) {
  return (
    <>
      <a href={`${base}/corriger`}>
        {texts.correct}
        <span class="vh"> {name}</span>
      </a>
      {" · "}
      <a href={`${base}/retirer`}>
        {texts.leave}
        <span class="vh"> {name}</span>
      </a>
    </>
  );
}

/** Who was of the household once, since when no longer, and why. */
export function LeftPeople({ people }: { people: readonly LeftPerson[] }) {
  if (people.length === 0) return null;
  return (
    <Details summary={texts.left(people.length)}>
      <DataTable
        caption={texts.left(people.length)}
        captionHidden
        rows={people}
        columns={[
          { header: texts.name, rowHeader: true, cell: ({ name }) => name },
          { header: texts.leftOn, cell: ({ leftOn }) => formatShortDate(leftOn) },
          { header: texts.reason, cell: ({ reason }) => reason },
          { header: texts.by, cell: ({ by }) => by },
        ]}
      />
    </Details>
  );
}
