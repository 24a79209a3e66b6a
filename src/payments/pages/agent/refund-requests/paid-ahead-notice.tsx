import { Notice } from "#platform";

import type { PaidAhead } from "../../../advances/paid-ahead.ts";
import { texts } from "./texts.fr.ts";

/** What of the credit that is asked back has paid places that no bill has asked for yet. */
export function PaidAheadNotice({ ahead }: { ahead: readonly PaidAhead[] }) {
  if (ahead.length === 0) return null;
  return (
    <Notice tone="warning" title={texts.ahead}>
      <ul>
        {ahead.map((place) => (
          <li>{texts.paidAhead(place)}</li>
        ))}
      </ul>
      <p>{texts.aheadMore}</p>
    </Notice>
  );
}
