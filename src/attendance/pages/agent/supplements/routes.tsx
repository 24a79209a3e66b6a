import { randomUUID } from "node:crypto";

import { agentWith, type SignedInVisit, type Visit } from "#identity";
import { formatDay, formatMoment, parisDateTime } from "#kernel";
import {
  BackLink,
  Button,
  Card,
  formId,
  FormToken,
  notFound,
  Notice,
  page,
  redirect,
  route,
  writeJournal,
  type Answer,
  type Route,
} from "#platform";
import { z } from "zod";

import { isBilled } from "../../../facts/billed-month.ts";
import { mayNoteAt, NOTE } from "../../../policy.ts";
import {
  noteSupplement,
  personInSlot,
  supplementNotes,
  type SupplementNote,
} from "../../../supplements/note-supplement.ts";
import { offeredSupplements, type OfferedSupplement } from "../../../supplements/offered-supplements.ts";
import { dayAddress } from "../day/day-page.tsx";
import { texts } from "./texts.fr.ts";

const PATH = "/agent/pointage/:site/supplements/:slot/:participant";
const params = z.object({
  site: formId<"site">(),
  slot: formId<"slot">(),
  participant: formId<"participant">(),
});
type Where = z.output<typeof params>;

/** GET …: what somebody took besides a place, and what may be noted. */
const readRoute = route({
  method: "GET",
  path: PATH,
  access: agentWith(NOTE),
  input: z.object({
    params,
    query: z.object({ fait: z.enum(["noter", "retirer"]).optional().catch(undefined) }),
  }),
  answer: (visit, { params: where, query }) => answer(visit, where, { done: query.fait }),
});

/** POST …: notes one more, or takes one back. */
const noteRoute = route({
  method: "POST",
  path: PATH,
  access: agentWith(NOTE),
  input: z.object({
    params,
    body: z.object({
      cle: formId<"supplement">(),
      supplement: z
        .string()
        .regex(/^[a-z0-9-]{1,60}$/)
        .catch(""),
      acte: z.enum(["noter", "retirer"]).catch("noter"),
    }),
  }),
  toCorrect: (visit, _messages, { params: where }) => answer(visit, params.parse(where), { status: 422 }),
  async answer(visit, { params: where, body }) {
    const noted = await noteSupplement(visit, {
      key: body.cle,
      place: where,
      code: body.supplement,
      quantity: body.acte === "noter" ? 1 : -1,
    });
    if (noted.ok) return redirect(`${addressOf(where)}?fait=${body.acte}`);
    if (noted.refusal.code === "unknown") return notFound;
    return answer(visit, where, { status: 422, refused: texts.refusals[noted.refusal.code] });
  },
});

const addressOf = ({ site, slot, participant }: Where) =>
  `/agent/pointage/${site}/supplements/${slot}/${participant}`;

/** What the page says above what is noted: what was just done, or why it was not. */
interface Said {
  readonly done?: keyof typeof texts.done | undefined;
  readonly refused?: string;
  readonly status?: number;
}

function answer(visit: SignedInVisit, where: Where, said: Said = {}): Promise<Answer> {
  const { done, refused, status = 200 } = said;
  const { actor, database, now, address } = visit;
  if (!mayNoteAt(actor, where.site)) return Promise.resolve(notFound);
  return database.write(async (writes) => {
    const person = await personInSlot(writes, where);
    if (person === undefined) return notFound;
    await writeJournal(writes, {
      at: now,
      accountId: actor.accountId,
      byLabel: actor.name,
      act: "attendance.supplements-read",
      objectKind: "participant",
      objectId: where.participant,
      facts: { slot: where.slot },
      address,
    });
    const offered = (await offeredSupplements(writes, { site: where.site, date: person.date })).get(
      where.slot,
    );
    const notes = await supplementNotes(writes, where);
    const billed = await isBilled(writes, person.date);
    return page(
      {
        title: `${texts.title} – ${person.name}`,
        section: "attendance",
        before: <BackLink href={dayAddress(where.site, person.date)} label={texts.back} />,
        main: (
          <>
            <h1>{texts.title}</h1>
            <p class="lead">{texts.lead(person.name, person.unitName, formatDay(person.date))}</p>
            {done !== undefined && (
              <Notice tone="success" announce>
                <p>{texts.done[done]}</p>
              </Notice>
            )}
            {refused !== undefined && <Notice tone="warning">{refused}</Notice>}
            <p>{billed ? texts.billedAlready : texts.billed}</p>
            <Taken notes={notes} offered={offered ?? []} where={where} />
            <Card title={texts.add}>
              {offered === undefined ? (
                <p>{texts.none}</p>
              ) : (
                <form method="post" action={addressOf(where)}>
                  <FormToken />
                  <input type="hidden" name="cle" value={randomUUID()} />
                  <p>
                    <label for="supplement">{texts.which}</label>{" "}
                    <select class="input" id="supplement" name="supplement">
                      {offered.map(({ code, name }) => (
                        <option value={code}>{name}</option>
                      ))}
                    </select>
                  </p>
                  <Button name="acte" value="noter">
                    {texts.save}
                  </Button>
                </form>
              )}
            </Card>
          </>
        ),
      },
      status,
    );
  });
}

/** What is taken, each with the button that takes one back, and who noted what. */
function Taken(props: {
  notes: readonly SupplementNote[];
  offered: readonly OfferedSupplement[];
  where: Where;
}) {
  const { notes, offered, where } = props;
  const nameOf = (code: string) => offered.find((one) => one.code === code)?.name ?? code;
  const sums = [...Map.groupBy(notes, ({ code }) => code)]
    .map(([code, own]) => ({ code, quantity: own.reduce((sum, one) => sum + one.quantity, 0) }))
    .filter(({ quantity }) => quantity > 0);
  return (
    <Card title={texts.taken}>
      {sums.length === 0 && <p>{texts.nothing}</p>}
      {sums.map(({ code, quantity }) => (
        <form method="post" action={addressOf(where)}>
          <FormToken />
          <input type="hidden" name="cle" value={randomUUID()} />
          <input type="hidden" name="supplement" value={code} />
          <p>
            <strong>{texts.line(nameOf(code), quantity)}</strong>{" "}
            <Button variant="secondary" name="acte" value="retirer">
              {texts.takeBack}
              <span class="vh"> : {nameOf(code)}</span>
            </Button>
          </p>
        </form>
      ))}
      <ul>
        {notes.map(({ code, quantity, by, at }) => (
          <li>
            {nameOf(code)}
            {quantity < 0 ? ` (${texts.takenBack})` : ""}, {texts.by(by, momentOf(at))}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function momentOf(at: Temporal.Instant): string {
  const local = parisDateTime(at);
  return formatMoment(local.toPlainDate(), local.toPlainTime());
}

/** An agent notes what somebody took besides a place. */
export const supplementRoutes: readonly Route<Visit>[] = [readRoute, noteRoute];
