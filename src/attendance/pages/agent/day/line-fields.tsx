import { withCompanions } from "#bookings";
import { paiWord } from "#families";
import { formatCents, formatMoment, formatTime, joinList, parisDateTime } from "#kernel";
import { Button, StateLabel } from "#platform";

import { absenceReasons, reasonWord } from "../../../rules/absence-reason.ts";
import type { SheetBeside } from "../../../supplements/sheet-besides.ts";
import type { LineFault } from "./sent-day.ts";
import type { ShownLine } from "./shown-day.ts";
import { texts } from "./texts.fr.ts";
import { WayOnButton } from "./way-on.tsx";

const STATES = [
  ["present", texts.present],
  ["absent", texts.absent],
  ["none", texts.none],
] as const;

/** One child: present, absent or not noted; the reason and its proof show for who is absent, hours for who is not. */
export function LineFields({
  line,
  withHours,
  withSupplements,
  besides,
  date,
  isToday,
  fault,
}: {
  line: ShownLine;
  withHours: boolean;
  /** The tariff of the day has supplements. */
  withSupplements: boolean;
  /** What is charged besides the place. */
  besides: readonly SheetBeside[];
  date: Temporal.PlainDate;
  /** The hour that it is now may be noted. */
  isToday: boolean;
  fault: LineFault | undefined;
}) {
  const { index, typed } = line;
  const who = `${line.firstName} ${line.lastName}`;
  return (
    <li id={`ligne-${index}`}>
      <fieldset class={fault === undefined ? "noting" : "noting has-correction"}>
        <legend>
          {withCompanions(`${line.lastName} ${line.firstName}`, line.companions)}{" "}
          <Marks line={line} date={date} />
        </legend>
        <input type="hidden" name="vu" value={seenOf(line)} />
        <div class="noting-states">
          {STATES.map(([value, word]) => (
            <label class="choice">
              <input
                class="check"
                type="radio"
                name={`etat-${index}`}
                id={value === "present" ? `etat-${index}` : undefined}
                value={value}
                checked={(typed.state === "" ? "none" : typed.state) === value}
              />
              <span>{word}</span>
            </label>
          ))}
        </div>
        {withHours && <Hours line={line} withNow={isToday} fault={fault} />}
        <div class="noting-why">
          <label>
            <span>{texts.reason}</span>
            <select class="input" name={`motif-${index}`} id={`motif-${index}`}>
              <option value="">{texts.noReason}</option>
              {absenceReasons.map((reason) => (
                <option value={reason} selected={typed.reason === reason}>
                  {reasonWord(reason)}
                </option>
              ))}
            </select>
          </label>
          <label>
            <span>{texts.proof}</span>
            <input
              class="input"
              type="date"
              name={`preuve-${index}`}
              id={`preuve-${index}`}
              value={typed.proof}
              aria-invalid={fault?.field === "preuve" ? "true" : undefined}
            />
          </label>
          {line.booked && (
            <p>
              <WayOnButton
                way={{ to: "justificatif", participantId: line.participantId }}
                word={texts.proofOfDays}
                who={who}
              />
            </p>
          )}
        </div>
        {besides.length > 0 && <p>{texts.besides(besides.map(besideWords))}</p>}
        {withSupplements && (line.booked || line.state === "present") && (
          <p>
            <WayOnButton
              way={{ to: "supplements", slotId: line.slotId, participantId: line.participantId }}
              word={texts.supplements}
              who={who}
            />
          </p>
        )}
        <NotedBy line={line} date={date} who={who} />
      </fieldset>
    </li>
  );
}

/** « Goûter (1,20 €) »; what follows a family's income has its price on the bill only. */
function besideWords({ name, charge }: SheetBeside): string {
  const what = charge?.kind === "penalty" ? texts.penalty(name) : name;
  return charge === null || !charge.isPublic ? what : `${what} (${formatCents(charge.cents)})`;
}

/** By whom and when it was noted, and the way to what was noted before. */
function NotedBy({ line, date, who }: { line: ShownLine; date: Temporal.PlainDate; who: string }) {
  const { notedBy, notedAt, state, notes, slotId, participantId } = line;
  const isNoted = notedBy !== null && notedAt !== null && state !== "none";
  if (!isNoted && notes < 2) return null;
  return (
    <p class="hint">
      {isNoted && `${texts.notedBy(notedBy, momentOf(notedAt, date))} `}
      {notes > 1 && (
        <WayOnButton
          way={{ to: "corrections", slotId, participantId }}
          word={texts.corrected(notes - 1)}
          who={who}
        />
      )}
    </p>
  );
}

function Hours({
  line,
  withNow,
  fault,
}: {
  line: ShownLine;
  withNow: boolean;
  fault: LineFault | undefined;
}) {
  const { index, typed, hours } = line;
  const fields = [
    ["arrivee", texts.arrival, typed.arrival],
    ["depart", texts.departure, typed.departure],
  ] as const;
  return (
    <div class="noting-hours">
      {hours !== null && <p class="hint">{texts.place(hourOf(hours.from), hourOf(hours.to))}</p>}
      {fields.map(([name, label, value]) => (
        <span>
          <label for={`${name}-${index}`}>{label}</label>
          <input
            class="input"
            type="time"
            name={`${name}-${index}`}
            id={`${name}-${index}`}
            value={value}
            aria-invalid={fault?.field === name ? "true" : undefined}
          />
          {withNow && value === "" && (
            <Button variant="secondary" name="maintenant" value={`${name}-${index}`}>
              {texts.now}
              <span class="vh">
                {" "}
                : {label}, {line.firstName} {line.lastName}
              </span>
            </Button>
          )}
        </span>
      ))}
    </div>
  );
}

function Marks({ line, date }: { line: ShownLine; date: Temporal.PlainDate }) {
  const marks = [
    ...(line.booked ? [] : [texts.withoutPlace]),
    ...(line.toldCause === null ? [] : [line.toldCause === "sick" ? texts.sick : texts.notComing]),
    ...(line.teacherAbsent ? [texts.teacherAbsent] : []),
    ...(line.forbidden.length === 0 ? [] : [texts.forbidden(joinList(line.forbidden))]),
  ];
  return (
    <>
      {healthWords(line.health, date).map((word) => (
        <>
          <StateLabel tone="full" word={word} />{" "}
        </>
      ))}
      {marks.map((word) => (
        <>
          <StateLabel tone={line.booked ? "late" : "added"} word={word} />{" "}
        </>
      ))}
    </>
  );
}

/** « PAI », with its end where it is over, and « Allergies »: what to look at before the child eats. */
function healthWords(health: ShownLine["health"], date: Temporal.PlainDate): string[] {
  if (health === null) return [];
  return [
    ...(health.hasPai ? [paiWord(health, date)] : []),
    ...(health.hasAllergies ? [texts.allergies] : []),
  ];
}

function seenOf({ index, slotId, participantId, householdId, shown }: ShownLine): string {
  return `${index} ${slotId} ${participantId} ${householdId} ${shown}`;
}

/** « 12 h 05 », with the day where it was noted later. */
function momentOf(at: Temporal.Instant, date: Temporal.PlainDate): string {
  const local = parisDateTime(at);
  return local.toPlainDate().equals(date)
    ? formatTime(local.toPlainTime())
    : formatMoment(local.toPlainDate(), local.toPlainTime());
}

function hourOf(minute: number): string {
  return minute >= 1440 ? "24 h" : formatTime(new Temporal.PlainTime(Math.floor(minute / 60), minute % 60));
}
