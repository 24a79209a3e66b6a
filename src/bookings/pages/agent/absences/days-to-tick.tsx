import type { Id } from "#kernel";
import { Button, DateField, formId, isoDate, Select } from "#platform";
import { z } from "zod";

import type { HeldToday } from "../../../absences/absent-places.ts";
import { texts } from "./texts.fr.ts";

/** What the address bar asks to tick; a value that means nothing is as good as none. */
export const daysQuery = z.object({
  enfant: formId<"participant">().optional().catch(undefined),
  du: isoDate.optional().catch(undefined),
  au: isoDate.optional().catch(undefined),
});

/** Whose days are ticked, and which, both ends included. */
type AskedDays = z.output<typeof daysQuery>;

/** The boxes that « absent du 3 au 7 » ticks: a first day alone is one day; undefined where no day was asked. */
export function tickedBy({ enfant, du, au }: AskedDays) {
  const first = du ?? au;
  const last = au ?? du;
  if (first === undefined || last === undefined) return undefined;
  const { compare } = Temporal.PlainDate;
  return ({ participantId, date }: { participantId: string; date: Temporal.PlainDate }): boolean =>
    (enfant === undefined || enfant === participantId) &&
    compare(first, date) <= 0 &&
    compare(date, last) <= 0;
}

/** The form that ticks days of a child, or of all: what a family says on the telephone, before it is sent. */
export function DaysToTick(props: {
  base: string;
  held: readonly HeldToday[];
  asked: AskedDays;
  today: Temporal.PlainDate;
  last: Temporal.PlainDate;
}) {
  const { base, held, asked, today, last } = props;
  const children = new Map<Id<"participant">, string>(
    held.map(({ participantId, firstName }) => [participantId, firstName]),
  );
  const days = { min: today.toString(), max: last.toString() };
  return (
    <form method="get" action={base} class="inline-form no-print">
      {children.size > 1 && (
        <Select
          name="enfant"
          label={texts.days.child}
          value={asked.enfant ?? ""}
          options={[
            { value: "", label: texts.days.everyone },
            ...[...children].map(([value, label]) => ({ value, label })),
          ]}
          optional
        />
      )}
      <DateField name="du" label={texts.days.first} value={asked.du?.toString()} {...days} />
      <DateField name="au" label={texts.days.last} value={asked.au?.toString()} {...days} optional />
      <Button variant="secondary">{texts.days.tick}</Button>
    </form>
  );
}
