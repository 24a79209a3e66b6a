import { capitalise } from "#kernel";

import type { JudgedDay } from "../../../contracts/judge-contract.ts";
import { fullWords } from "../../../rules/contract/full-hours.ts";
import { outcomeWords } from "../../../rules/outcome-sentence.ts";
import { closedWord } from "../../../rules/place-sentence.ts";
import { texts } from "./texts.fr.ts";

/** What becomes of the days of a contract, sorted by what an agent has to look at. */
export interface DaysByEffect {
  booked: readonly JudgedDay[];
  changed: readonly JudgedDay[];
  cancelled: readonly JudgedDay[];
  kept: readonly JudgedDay[];
  full: readonly JudgedDay[];
  /** Closed, given back by the family, of another household… */
  others: readonly JudgedDay[];
}

/** See `DaysByEffect`. */
export function byEffect(days: readonly JudgedDay[]): DaysByEffect {
  const groups = Map.groupBy(days, ({ outcome }) => EFFECTS[outcome] ?? "others");
  const of = (effect: keyof DaysByEffect) => groups.get(effect) ?? [];
  return {
    booked: of("booked"),
    changed: of("changed"),
    cancelled: of("cancelled"),
    kept: of("kept"),
    full: of("full"),
    others: of("others"),
  };
}

const EFFECTS: Partial<Record<JudgedDay["outcome"], keyof DaysByEffect>> = {
  booked: "booked",
  held: "booked",
  changed: "changed",
  cancelled: "cancelled",
  kept: "kept",
  already_booked: "kept",
  same_hours: "kept",
  full: "full",
};

/** Why a day is not booked as the contract wants it. */
export function whyNot(day: JudgedDay): string {
  const { outcome, hours, heldHours, full, closedBecause } = day;
  if (closedBecause !== null) return closedWord(closedBecause);
  if (outcome === "full" && hours !== null) {
    const words = capitalise(fullWords(hours, full, heldHours));
    return heldHours === null ? words : `${words} ; ${texts.days.keeps(heldHours)}`;
  }
  if (isOfContract(outcome)) return texts.days.because[outcome];
  const { word, why } = outcomeWords(outcome, null);
  return why === "" ? word : why;
}

function isOfContract(outcome: JudgedDay["outcome"]): outcome is keyof typeof texts.days.because {
  return outcome in texts.days.because;
}

/** Minutes of these days at the hours that the contract wants. */
export function minutesOf(days: readonly JudgedDay[]): number {
  return days.reduce((sum, { hours }) => sum + (hours === null ? 0 : hours.to - hours.from), 0);
}
