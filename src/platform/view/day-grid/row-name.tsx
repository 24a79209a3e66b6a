import { ChildBadge, ChildDisc } from "../data/child-badge.tsx";
import type { DayGridRow } from "./day-grid-types.ts";
import type { RowPlace } from "./row-groups.ts";

/** Disc, name, and what is chosen; of several lines of one person, the first alone carries the name. */
export function RowName({ row, place }: { row: DayGridRow; place: RowPlace }) {
  if (place.alone) return <WholeName row={row} price={row.price?.words} />;
  return (
    <span class="row-name">
      {place.first && <ChildBadge {...row.who} />}
      <RowLabel row={row} />
      {row.price && (
        <small>
          <span class="vh">, </span>
          {row.price.words}
        </small>
      )}
    </span>
  );
}

/** The only line of a person; with its price where that is said. */
export function WholeName({ row, price }: { row: DayGridRow; price?: string | undefined }) {
  return (
    <span class="badge">
      <ChildDisc initials={row.who.initials} colour={row.who.colour} />
      <span>
        {row.who.name} <small>{price === undefined ? row.label : `${row.label}, ${price}`}</small>
      </span>
    </span>
  );
}

/** What is chosen, and the activity it belongs to. */
export function RowLabel({ row }: { row: DayGridRow }) {
  return (
    <>
      {row.label}
      {row.activity && (
        <small>
          <span class="vh">, </span>
          {row.activity}
        </small>
      )}
    </>
  );
}
