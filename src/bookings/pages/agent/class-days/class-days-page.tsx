import { loadCalendar } from "#activities";
import type { SignedInVisit } from "#identity";
import { parisDate, schoolYearOf } from "#kernel";
import {
  Button,
  DataTable,
  DateField,
  EmptyState,
  ErrorSummary,
  FormToken,
  Radios,
  Select,
  TextField,
  type Correction,
  type Page,
  type Reads,
} from "#platform";
import type { VNode } from "preact";

import {
  classDaysFrom,
  knownClasses,
  sitesByActivity,
  type KnownClass,
} from "../../../class-days/class-queries.ts";
import type { ClassDay } from "../../../class-days/class-day.ts";
import { mayWithdraw, SAY } from "../../../class-days/policy.ts";
import { classValue, LONGEST_MESSAGE, type TypedClass } from "./class-form.ts";
import { texts } from "./texts.fr.ts";

/** What was said of classes for the days to come, then the form. */
export async function classDaysPage(
  reads: Reads,
  { actor, now }: SignedInVisit,
  shown: { typed: TypedClass; corrections?: readonly Correction[]; notice?: VNode | undefined },
): Promise<Page> {
  const today = parisDate(now);
  const { corrections = [], notice } = shown;
  const { school } = await loadCalendar(reads);
  const classes = await knownClasses(reads, schoolYearOf(school, today), actor.rights.get(SAY));
  const mine = new Set(classes.map(classValue));
  const said = (await classDaysFrom(reads, today)).filter((one) => mine.has(classValue(one)));
  const siteOf = await sitesByActivity(reads, said);
  const mayTakeBack = ({ activityIds }: ClassDay) =>
    mayWithdraw(actor, activityIds?.flatMap((id) => siteOf.get(id) ?? []) ?? null);
  const flash = corrections.length > 0 ? <ErrorSummary items={corrections} /> : notice;
  return {
    title: texts.title,
    section: "class-days",
    dense: true,
    toCorrect: corrections.length > 0,
    ...(flash === undefined ? {} : { flash }),
    main: (
      <>
        <h1>{texts.title}</h1>
        <p class="lead">{texts.lead}</p>
        {said.length === 0 ? (
          <EmptyState title={texts.list.none} />
        ) : (
          <DataTable
            caption={texts.list.title}
            rows={said}
            columns={[
              { header: texts.list.days, rowHeader: true, cell: texts.daysOf },
              { header: texts.list.class, cell: texts.classOf },
              { header: texts.list.kind, cell: ({ kind }) => texts.kinds[kind] },
              { header: texts.list.message, cell: ({ message }) => message },
              { header: texts.list.by, cell: ({ by }) => by },
              { header: texts.list.now, cell: (one) => <Now said={one} mine={mayTakeBack(one)} /> },
            ]}
          />
        )}
        {classes.length === 0 ? (
          <EmptyState title={texts.noClass}>
            <p>{texts.noClassMore}</p>
          </EmptyState>
        ) : (
          <ClassForm classes={classes} typed={shown.typed} corrections={corrections} today={today} />
        )}
      </>
    ),
  };
}

/** Whether it holds, and the way to take it back. */
function Now({ said, mine }: { said: ClassDay; mine: boolean }) {
  if (said.withdrawn !== null) return <>{texts.list.withdrawn(said.withdrawn.by, said.withdrawn.because)}</>;
  if (!mine) return <>{texts.list.others}</>;
  return (
    <a href={`/agent/classes/${said.id}/retirer`}>
      {texts.list.withdraw}
      <span class="vh"> {texts.list.withdrawOf(texts.classOf(said), said)}</span>
    </a>
  );
}

function ClassForm(props: {
  classes: readonly KnownClass[];
  typed: TypedClass;
  corrections: readonly Correction[];
  today: Temporal.PlainDate;
}) {
  const { typed, today } = props;
  const correction = (field: string) => props.corrections.find((item) => item.field === field)?.message;
  return (
    <>
      <h2>{texts.form.title}</h2>
      <form method="post" action="/agent/classes/verifier">
        <FormToken />
        <Select
          name="classe"
          label={texts.form.class}
          value={typed.classe}
          correction={correction("classe")}
          options={[
            { value: "", label: texts.form.choose },
            ...props.classes.map((one) => ({
              value: classValue(one),
              label: texts.form.option(texts.classOf(one), one.children),
            })),
          ]}
        />
        <Radios
          name="quoi"
          legend={texts.form.kind}
          value={typed.quoi}
          correction={correction("quoi")}
          options={(["away", "teacher_absent"] as const).map((kind) => ({
            value: kind,
            label: texts.kinds[kind],
            hint: texts.kindHints[kind],
          }))}
        />
        <DateField
          name="du"
          label={texts.form.firstDay}
          value={typed.du}
          min={today.toString()}
          correction={correction("du")}
        />
        <DateField
          name="au"
          label={texts.form.lastDay}
          hint={texts.form.lastDayHint}
          value={typed.au}
          min={today.toString()}
          correction={correction("au")}
          optional
        />
        <TextField
          name="message"
          label={texts.form.message}
          hint={texts.form.messageHint}
          value={typed.message}
          maxLength={LONGEST_MESSAGE}
          correction={correction("message")}
        />
        <Button>{texts.form.submit}</Button>
      </form>
    </>
  );
}
