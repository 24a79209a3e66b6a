import type { OpeningToCome } from "#bookings";
import { Card } from "#platform";

import { texts } from "./texts.fr.ts";

/** What opens for booking, and when; nothing where nothing is to come. */
export function Openings({ openings }: { openings: readonly OpeningToCome[] }) {
  if (openings.length === 0) return null;
  return (
    <Card title={texts.openings}>
      <ul class="card-rows">
        {openings.map(({ what, sentence }) => (
          <li>
            <strong>{what}</strong>
            <p>{sentence}.</p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
