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
  TextField,
  type Correction,
} from "#platform";

import type { FamilyToPhone } from "../../../closing/closing-queries.ts";
import type { Move } from "../../../slot-moves/move-bookings.ts";
import { moveSentence, type MoveOutcome } from "../../../rules/move-outcome.ts";
import { PhoneList } from "../closures/phone-list.tsx";
import { LONGEST_OVER, LONGEST_REASON, type TypedMove } from "./move-form.ts";
import { texts } from "./texts.fr.ts";

/** A move as it would be done, with what is needed to show it. */
export interface PreviewedMove extends Move {
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
  const nameOf = (line: Move["lines"][number]) => names.get(line.participantId) ?? "";
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
          <Fieldset
            id="reservation"
            legend={texts.check.who}
            hint={texts.check.whoHint}
            correction={correction("reservation")}
          >
            {tickable.map((line) => (
              <Checkbox
                name="reservation"
                value={line.bookingId}
                label={nameOf(line)}
                checked={typed.bookings.has(line.bookingId)}
                hint={hintOf(line)}
              />
            ))}
          </Fieldset>
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

/** What moving somebody asks for, or makes. */
function hintOf({ outcome, enrolled, why }: Move["lines"][number]): string | undefined {
  if (outcome === "outside_conditions") return texts.check.unmet(why);
  if (outcome === "full") return texts.check.full;
  return enrolled ? texts.check.enrolls : undefined;
}
