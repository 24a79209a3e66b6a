import { Notice } from "#platform";

import type { ClassDayOf } from "../../../class-days/class-queries.ts";
import { texts } from "../class-days/texts.fr.ts";

/** What was said of the classes of those who are expected: each once, with how many of the list are of that class. */
export function ClassDays({ said }: { said: readonly ClassDayOf[] }) {
  const each = [
    ...Map.groupBy(said, ({ className, kind, message }) => `${className} ${kind} ${message}`).values(),
  ];
  return (
    <>
      {each.map(([one, ...others]) =>
        one === undefined ? null : (
          <Notice tone="warning" title={texts.onList.title(one.className, one.kind)}>
            <p>
              {one.message} {texts.onList.expected(others.length + 1)}
            </p>
          </Notice>
        ),
      )}
    </>
  );
}
