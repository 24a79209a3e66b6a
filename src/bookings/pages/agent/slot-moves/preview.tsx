import type { SignedIn } from "#identity";
import type { Id } from "#kernel";
import {
  Button,
  Card,
  Checkbox,
  DataTable,
  EmptyState,
  Fieldset,
  FormToken,
  Radios,
  TextField,
  type Correction,
} from "#platform";

import type { FamilyToPhone } from "../../../closing/closing-queries.ts";
import type { Move, MoveToCome } from "../../../slot-moves/move-bookings.ts";
import { conditionAlone } from "../../../rules/conditions/condition-alone.ts";
import { moveSentence, type MoveOutcome } from "../../../rules/move-outcome.ts";
import { PhoneList } from "../closures/phone-list.tsx";
import { LONGEST_OVER, LONGEST_REASON, type TypedMove } from "./move-form.ts";
import { texts } from "./texts.fr.ts";

type Line = Move["lines"][number];

/** A move as it would be done, with what is needed to show it. */
export interface PreviewedMove extends MoveToCome {
  names: ReadonlyMap<Id<"participant">, string>;
  toPhone: readonly FamilyToPhone[];
}

/** Those who can come now, if somebody leaves a place, or over a condition with a reason. */
const TICKABLE: ReadonlySet<MoveOutcome> = new Set(["moved", "full", "outside_conditions"]);

/** Who can come and who cannot, and why; ticks, a message, and the button that moves. */
export function Preview(props: {
  move: PreviewedMove;
  typed: TypedMove;
  corrections: readonly Correction[];
  actor: SignedIn;
  pageKey: string;
}) {
  const { move, typed, corrections, actor } = props;
  const { from, to, lines, names } = move;
  if (lines.length === 0) return <EmptyState title={texts.check.nobody} />;
  const movable = lines.filter(({ outcome }) => outcome === "moved").length;
  const tickable = lines.filter(({ outcome }) => TICKABLE.has(outcome));
  const staying = lines.filter(({ outcome }) => !TICKABLE.has(outcome));
  const outside = lines.filter(({ outcome }) => outcome === "outside_conditions").length;
  const enrolled = lines.filter(({ outcome }) => outcome === "moved").filter((line) => line.enrolled).length;
  const nameOf = (line: Line) => names.get(line.participantId) ?? "";
  const correction = (field: string) => corrections.find((item) => item.field === field)?.message;
  return (
    <>
      <h2>{texts.check.title}</h2>
      <p class="lead">{texts.check.lead}</p>
      <Card title={texts.check.count(lines.length, movable)}>
        <ul>
          <li>{texts.check.from(from)}</li>
          <li>{texts.check.to(to)}</li>
          <li>{texts.check.free(Math.max(0, to.places - to.taken))}</li>
          {enrolled > 0 && <li>{texts.check.enrolled(enrolled)}</li>}
          {outside > 0 && <li>{texts.check.outside(outside)}</li>}
        </ul>
        <PhoneList families={move.toPhone} actor={actor} />
      </Card>
      {staying.length > 0 && (
        <DataTable
          caption={texts.check.staying(staying.length)}
          rows={staying}
          columns={[
            { header: texts.check.name, rowHeader: true, cell: nameOf },
            { header: texts.check.why, cell: ({ outcome }) => moveSentence(outcome) },
          ]}
        />
      )}
      {tickable.length === 0 ? (
        <EmptyState title={texts.check.nobodyCan} />
      ) : (
        <form method="post" action="/agent/deplacements/enregistrer">
          <FormToken />
          <input type="hidden" name="cle" value={props.pageKey} />
          <input type="hidden" name="de" value={from.slotId} />
          <input type="hidden" name="vers" value={to.slotId} />
          {outside > 0 && <WhoMoves tickable={tickable} everyone={typed.everyone} />}
          <Ticks move={move} tickable={tickable} typed={typed} correction={correction("reservation")} />
          <TextField
            name="motif"
            label={texts.check.message}
            hint={texts.check.messageHint}
            value={typed.reason}
            maxLength={LONGEST_REASON}
            correction={correction("motif")}
          />
          {outside > 0 && (
            <TextField
              name="passer-outre"
              label={texts.check.over}
              hint={texts.check.overHint}
              value={typed.over}
              maxLength={LONGEST_OVER}
              correction={correction("passer-outre")}
              optional
            />
          )}
          <Button>{texts.check.submit}</Button>
        </form>
      )}
    </>
  );
}

/** Only those who are ticked, or everybody who is shown: without this, a whole canteen is ticked one by one. */
function WhoMoves({ tickable, everyone }: { tickable: readonly Line[]; everyone: boolean }) {
  return (
    <>
      {tickable.map(({ bookingId }) => (
        <input type="hidden" name="toutes" value={bookingId} />
      ))}
      <Radios
        name="qui"
        legend={texts.check.whoMoves}
        value={everyone ? "toutes" : "cochees"}
        options={[
          { value: "cochees", label: texts.check.ticked, hint: texts.check.tickedHint },
          { value: "toutes", label: texts.check.all(tickable.length), hint: texts.check.allHint },
        ]}
      />
    </>
  );
}

/** A box for each: those who meet the conditions first, the others under what they do not meet, which is said once. */
function Ticks(props: {
  move: PreviewedMove;
  tickable: readonly Line[];
  typed: TypedMove;
  correction: string | undefined;
}) {
  const { move, tickable, typed, correction } = props;
  const box = (line: Line) => (
    <Checkbox
      name="reservation"
      value={line.bookingId}
      label={move.names.get(line.participantId) ?? ""}
      checked={typed.bookings.has(line.bookingId)}
      hint={hintOf(line)}
    />
  );
  const outside = tickable.filter(({ outcome }) => outcome === "outside_conditions");
  const within = tickable.filter(({ outcome }) => outcome !== "outside_conditions");
  const alike = Map.groupBy(outside, ({ bookingId }) =>
    texts.check.unmet([...new Set((move.outside.get(bookingId) ?? []).map(conditionAlone))]),
  );
  return (
    <>
      <Fieldset
        id="reservation"
        legend={texts.check.who}
        hint={within.length > 0 ? texts.check.whoHint : undefined}
        correction={correction}
      >
        {within.length === 0 && <p>{texts.check.nobodyWithin}</p>}
        {within.map(box)}
      </Fieldset>
      {[...alike].map(([condition, lines], index) => (
        <Fieldset id={`hors-conditions-${index}`} legend={condition}>
          <div class="cards">{lines.map(box)}</div>
        </Fieldset>
      ))}
    </>
  );
}

/** What moving somebody asks for, or makes. */
function hintOf({ outcome, enrolled }: Line): string | undefined {
  if (outcome === "full") return texts.check.full;
  return enrolled ? texts.check.enrolls : undefined;
}
