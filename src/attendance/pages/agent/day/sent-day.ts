import { parisDateTime, parseId, type Id } from "#kernel";

import type { KnownDay } from "../../../day/known-day.ts";
import type { WantedNote } from "../../../day/note-day.ts";
import { absenceReasons, type AbsenceReason } from "../../../rules/absence-reason.ts";
import { faultOf, NOTHING, type Noted } from "../../../rules/noted-state.ts";
import { texts } from "./texts.fr.ts";

/** A line of the form: whom it is about, what the page showed, and what was typed in it. */
export interface SentLine {
  /** The number of the line in its page: the names of its fields end with it. */
  index: number;
  slotId: Id<"slot">;
  participantId: Id<"participant">;
  householdId: Id<"household">;
  shown: number;
  typed: TypedNote;
}

/** The fields of a line as they were typed. */
export interface TypedNote {
  state: string;
  reason: string;
  proof: string;
  arrival: string;
  departure: string;
}

/** What has to be written otherwise in a line. */
export interface LineFault {
  index: number;
  field: "etat" | "motif" | "preuve" | "arrivee" | "depart";
  why: "hours" | "opening" | "time" | "proofToCome" | "date" | "choice";
}

/** Lines that a form may hold: more than the largest site has children and units. */
const MOST_LINES = 3000;

type Sent = Readonly<Record<string, unknown>>;

/** The lines of a form; undefined where it is none of ours. */
export function sentLines(body: Sent): SentLine[] | undefined {
  const seen = listOf(body["vu"]);
  if (seen.length > MOST_LINES) return undefined;
  const lines: SentLine[] = [];
  for (const text of seen) {
    const [number = "", slot, participant, household, version = "", ...rest] = text.split(" ");
    const slotId = parseId<"slot">(slot);
    const participantId = parseId<"participant">(participant);
    const householdId = parseId<"household">(household);
    if (slotId === undefined || participantId === undefined || householdId === undefined) return undefined;
    if (!/^\d{1,4}$/.test(number) || !/^\d{1,15}$/.test(version) || rest.length > 0) return undefined;
    const field = (name: string) => listOf(body[`${name}-${number}`])[0] ?? "";
    lines.push({
      index: Number(number),
      slotId,
      participantId,
      householdId,
      shown: Number(version),
      typed: {
        state: field("etat"),
        reason: field("motif"),
        proof: field("preuve"),
        arrival: field("arrivee"),
        departure: field("depart"),
      },
    });
  }
  return lines;
}

/** « slot participant household »: those who came without a place, as ticked; undefined where it is none of ours. */
export function sentComers(body: Sent): WantedNote[] | undefined {
  const comers: WantedNote[] = [];
  for (const text of listOf(body["venu"])) {
    const [slot, participant, household, ...rest] = text.split(" ");
    const slotId = parseId<"slot">(slot);
    const participantId = parseId<"participant">(participant);
    const householdId = parseId<"household">(household);
    if (slotId === undefined || participantId === undefined || householdId === undefined) return undefined;
    if (rest.length > 0 || comers.length >= 50) return undefined;
    comers.push({ ...NOTHING, state: "present", slotId, participantId, householdId, shown: 0 });
  }
  return comers;
}

/** « 3-12 »: the lines of the group whose « Tous présents » was pressed. */
export function sentGroup(body: Sent): { from: number; to: number } | undefined {
  const [, from, to] = /^(\d{1,4})-(\d{1,4})$/.exec(listOf(body["tous"])[0] ?? "") ?? [];
  return from === undefined || to === undefined ? undefined : { from: Number(from), to: Number(to) };
}

/** « arrivee-3 »: « Maintenant » was pressed beside that field; the hour is the server's, on the day itself only. */
export function withHourNow(
  lines: readonly SentLine[],
  body: Sent,
  { date, now }: { date: Temporal.PlainDate; now: Temporal.Instant },
): { lines: readonly SentLine[]; pressed: number | undefined } {
  const [, field, number] = /^(arrivee|depart)-(\d{1,4})$/.exec(listOf(body["maintenant"])[0] ?? "") ?? [];
  const local = parisDateTime(now);
  if (field === undefined || !local.toPlainDate().equals(date)) return { lines, pressed: undefined };
  const pressed = Number(number);
  const hour = local.toPlainTime().toString().slice(0, 5);
  const key = field === "arrivee" ? "arrival" : "departure";
  return {
    pressed,
    lines: lines.map((line) =>
      line.index === pressed ? { ...line, typed: { ...line.typed, state: "present", [key]: hour } } : line,
    ),
  };
}

/**
 * What the lines want noted, and what has to be written otherwise. An hour of somebody of whom nothing is said tells
 * that he or she came. Those of the group of whom nothing is said are present, but for those whose absence was
 * announced: whether they came all the same is for the agent to see.
 */
export function wantedOf(
  lines: readonly SentLine[],
  group: { from: number; to: number } | undefined,
  { today, known }: { today: Temporal.PlainDate; known: KnownDay },
): { wanted: WantedNote[]; faults: LineFault[] } {
  const faults: LineFault[] = [];
  const wanted = lines.map((line) => {
    const { index, slotId, participantId, householdId, shown } = line;
    const inGroup =
      group !== undefined && index >= group.from && index <= group.to && !known.isAnnouncedAbsent(line);
    const { noted, fault } = notedOf(line.typed, inGroup);
    const why = fault ?? faultWords(faultOf(noted, { today, opensAt: known.opensAt.get(slotId) }));
    if (why !== null) faults.push({ index, ...why });
    return { ...noted, slotId, participantId, householdId, shown };
  });
  return { wanted, faults };
}

type Fault = Omit<LineFault, "index">;

function notedOf(typed: TypedNote, inGroup: boolean): { noted: Noted; fault: Fault | null } {
  const asked = stateOf(typed.state);
  if (asked === undefined) return { noted: NOTHING, fault: { field: "etat", why: "choice" } };
  const told = typed.arrival !== "" || typed.departure !== "" || inGroup;
  const state = asked === "none" && told ? "present" : asked;
  if (state === "absent") {
    const reason = reasonOf(typed.reason);
    if (reason === undefined) return { noted: NOTHING, fault: { field: "motif", why: "choice" } };
    const proofOn = typed.proof === "" ? null : dateOf(typed.proof);
    if (proofOn === undefined) return { noted: NOTHING, fault: { field: "preuve", why: "date" } };
    return { noted: { ...NOTHING, state, reason, proofOn }, fault: null };
  }
  if (state === "none") return { noted: NOTHING, fault: null };
  const arrivedAt = typed.arrival === "" ? null : timeOf(typed.arrival);
  if (arrivedAt === undefined) return { noted: NOTHING, fault: { field: "arrivee", why: "time" } };
  const leftAt = typed.departure === "" ? null : timeOf(typed.departure);
  if (leftAt === undefined) return { noted: NOTHING, fault: { field: "depart", why: "time" } };
  return { noted: { ...NOTHING, state, arrivedAt, leftAt }, fault: null };
}

function faultWords(fault: ReturnType<typeof faultOf>): Fault | null {
  if (fault === "leaves-before-arriving") return { field: "depart", why: "hours" };
  if (fault === "leaves-before-opening") return { field: "depart", why: "opening" };
  return fault === "proof-to-come" ? { field: "preuve", why: "proofToCome" } : null;
}

/** What to say of a line, by the name of the child. */
export function faultSentence({ why }: LineFault, who: string): string {
  return texts.corrections[why](who);
}

function stateOf(text: string): Noted["state"] | undefined {
  if (text === "") return "none";
  return (["present", "absent", "none"] as const).find((state) => state === text);
}

function reasonOf(text: string): AbsenceReason | null | undefined {
  return text === "" ? null : absenceReasons.find((reason) => reason === text);
}

/** « 16:30 », as a browser sends an hour. */
function timeOf(text: string): Temporal.PlainTime | undefined {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text) ? Temporal.PlainTime.from(text) : undefined;
}

function dateOf(text: string): Temporal.PlainDate | undefined {
  if (!/^20\d\d-\d\d-\d\d$/.test(text)) return undefined;
  try {
    return Temporal.PlainDate.from(text, { overflow: "reject" });
  } catch {
    return undefined;
  }
}

function listOf(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).filter((text) => typeof text === "string");
}
