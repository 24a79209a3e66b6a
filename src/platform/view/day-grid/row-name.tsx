import { ChildDisc } from "../data/child-badge.tsx";
import type { DayGridRow } from "./day-grid-types.ts";

/** Disc, name, and what is chosen. */
export function RowName({ row }: { row: DayGridRow }) {
  return (
    <span class="badge">
      <ChildDisc initials={row.who.initials} colour={row.who.colour} />
      <span>
        {row.who.name} <small>{row.label}</small>
      </span>
    </span>
  );
}
