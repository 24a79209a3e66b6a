import type { Id } from "#kernel";
import type { Reads } from "#platform";

import type { EffectCode } from "../effects/effects.ts";

/** Where families begin a request that does this; undefined where the authority has published none. For folders below. */
export const publishedAddress =
  (effect: EffectCode) =>
  async (reads: Reads): Promise<string | undefined> => {
    const kind = await reads.row<{ kindId: Id<"request-kind"> }>(
      "requests_published_for",
      `select id as "kindId" from request_kind
       where effect = $1 and form_id is not null order by position, label, id limit 1`,
      [effect],
    );
    return kind === undefined ? undefined : `/demarches/nouvelle/${kind.kindId}`;
  };
