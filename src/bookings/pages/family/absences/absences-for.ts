import type { VNode } from "preact";

import { texts } from "./texts.fr.ts";

/** For whom the page is drawn: the family itself, or an agent who notes what it said. */
export interface AbsencesFor {
  /** The address of the page, and of its form. */
  base: string;
  /** The entry of the navigation. */
  section: string;
  dense: boolean;
  title: string;
  lead: string;
  send: string;
  /** Where days beyond the coming week are cancelled. */
  planning: string;
  nothing: string;
  /** What follows for the place that is kept, once the absence is noted. */
  kept: string;
  /** Where the absence is read again. */
  history: string;
  /** The number to call about the certificate is told to families. */
  tellPhone: boolean;
  /** Where an announcement is taken back; null: nowhere. */
  takeBack: string | null;
  /** Said first, above the title. */
  before: VNode | null;
  /** Between the title and the days: for which family an agent acts, and the days to tick. */
  banner: VNode | null;
  /** Which boxes are ticked beforehand; undefined: those of today, where only one participant has places. */
  ticked?: (place: { participantId: string; date: Temporal.PlainDate }) => boolean;
}

/** A family that says so itself. */
export const byItself: AbsencesFor = {
  base: "/absences",
  section: "planning",
  dense: false,
  title: texts.title,
  lead: texts.lead,
  send: texts.send,
  planning: "/planning",
  nothing: texts.nothing.sentence,
  kept: texts.done.sentence,
  history: texts.history,
  tellPhone: true,
  takeBack: "/absences/retirer",
  before: null,
  banner: null,
};
