import { ChildBadge, ChildDisc } from "../data/child-badge.tsx";
import type { DayGridRow } from "./day-grid-types.ts";
import type { RowPlace } from "./row-groups.ts";

/** Disc, name, and what is chosen; of several lines of one person, the first alone carries the name. */
export function RowName({ row, place }: { row: DayGridRow; place: RowPlace }) {
  return (
    <span class="row-name">
      {place.alone ? (
        <WholeName row={row} />
      ) : (
        <>
          {place.first && <ChildBadge {...row.who} />}
          <RowLabel row={row} />
        </>
      )}
      {row.price && <small>{row.price.words}</small>}
    </span>
  );
}

/** The only line of a person. */
export function WholeName({ row }: { row: DayGridRow }) {
  return (
    <span class="badge">
      <ChildDisc initials={row.who.initials} colour={row.who.colour} />
      <span>
        {row.who.name} <small>{row.label}</small>
      </span>
    </span>
  );
}

/** What is chosen, and the activity it belongs to. */
export function RowLabel({ row }: { row: DayGridRow }) {
  return (
    <>
      {row.label}
      {row.activity && <small>{row.activity}</small>}
    </>
  );
}
