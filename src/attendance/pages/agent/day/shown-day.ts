import { classGroup, ofSeveralSchools } from "#bookings";
import type { Id } from "#kernel";

import type { DaySheet, SheetLine, SheetUnit } from "../../../day/day-sheet.ts";
import { likelyReason } from "../../../rules/absence-reason.ts";
import type { Counted } from "../../../rules/day-progress.ts";
import type { SentLine, TypedNote } from "./sent-day.ts";

/** A line of the page: its number, what its fields hold, and the version that it tells. */
export interface ShownLine extends SheetLine {
  index: number;
  typed: TypedNote;
  shown: number;
}

/** The children of a class in a unit; their numbers follow each other. */
export interface ShownGroup {
  /** Its name, with the school where there are several; empty for who has no class. */
  name: string;
  lines: readonly ShownLine[];
}

/** A unit with its groups. */
export interface ShownUnit extends SheetUnit {
  groups: readonly ShownGroup[];
  counted: Counted;
  unbooked: number;
  /** Who are expected and whom they bring; noted line by line all the same. */
  heads: number;
}

/** The sheet as the page draws it; what was typed in a form that was refused is kept, with the versions it told. */
export function shownDay(
  { units, lines }: Pick<DaySheet, "units" | "lines">,
  sent: readonly SentLine[],
): ShownUnit[] {
  const kept = new Map(sent.map((line) => [keyOf(line), line]));
  let index = 0;
  return units.map((unit) => {
    const own = lines.filter(({ slotId }) => slotId === unit.slotId);
    const numbered = own.map((line): ShownLine => {
      const typed = kept.get(keyOf(line));
      index += 1;
      return { ...line, index, typed: typed?.typed ?? typedOf(line), shown: typed?.shown ?? line.version };
    });
    const withSchool = ofSeveralSchools(own);
    const expected = own.filter(({ booked }) => booked);
    return {
      ...unit,
      groups: [...Map.groupBy(numbered, (line) => classGroup(line, withSchool))].map(([name, group]) => ({
        name,
        lines: group,
      })),
      counted: { expected: expected.length, noted: expected.filter(({ state }) => state !== "none").length },
      unbooked: own.length - expected.length,
      heads: expected.reduce((sum, { companions }) => sum + 1 + companions, 0),
    };
  });
}

function typedOf(line: SheetLine): TypedNote {
  const { state, reason, proofOn, arrivedAt, leftAt } = line;
  return {
    state,
    reason: (state === "absent" ? reason : likelyReason(line)) ?? "",
    proof: proofOn?.toString() ?? "",
    arrival: arrivedAt?.toString({ smallestUnit: "minute" }) ?? "",
    departure: leftAt?.toString({ smallestUnit: "minute" }) ?? "",
  };
}

const keyOf = ({ slotId, participantId }: { slotId: Id<"slot">; participantId: Id<"participant"> }) =>
  `${slotId} ${participantId}`;
