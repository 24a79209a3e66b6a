import type { Visit } from "#identity";
import { parisDate } from "#kernel";
import {
  BackLink,
  Button,
  DateField,
  isoDate,
  notFound,
  Notice,
  page,
  route,
  writeJournal,
  type Page,
  type Route,
} from "#platform";
import { z } from "zod";

import type { Period } from "../../../desk/journal.ts";
import { deskAgent } from "../../../desk/policy.ts";
import type { KeptRegie } from "../../../desk/regie.ts";
import { ofRegie, openedRegie, REGIE } from "./opened-regie.ts";
import { registerFile, REGISTERS } from "./register-files.ts";
import { texts } from "./texts.fr.ts";

const words = texts.registers;
const days = z.object({ du: isoDate.optional().catch(undefined), au: isoDate.optional().catch(undefined) });

/** GET …/registres?du=&au=: the registers that a controller may export. */
const showRoute = route({
  method: "GET",
  path: `${REGIE}/registres`,
  access: deskAgent,
  input: z.object({ params: ofRegie, query: days }),
  async answer(visit, { params, query }) {
    const opened = await openedRegie(visit, params.regie, ["holder", "control"]);
    if (opened === undefined) return notFound;
    return page(registersPage(opened.regie, periodOf(params.regie, query, parisDate(visit.now))));
  },
});

/** GET …/registres/:register.csv: one of them, for a spreadsheet. Who exports leaves a line. */
const fileRoute = route({
  method: "GET",
  path: `${REGIE}/registres/:register`,
  access: deskAgent,
  input: z.object({ params: ofRegie.extend({ register: z.string() }), query: days }),
  async answer(visit, { params, query }) {
    const register = REGISTERS.find((one) => `${one}.csv` === params.register);
    const opened = await openedRegie(visit, params.regie, ["holder", "control"]);
    if (opened === undefined || register === undefined) return notFound;
    const { actor, database, now, address } = visit;
    const period = periodOf(params.regie, query, parisDate(now));
    return database.write(async (writes) => {
      await writeJournal(writes, {
        at: now,
        accountId: actor.accountId,
        byLabel: actor.name,
        act: "payments.register-exported",
        objectKind: "regie",
        objectId: params.regie,
        facts: { register, first: period.first.toString(), last: period.last.toString() },
        address,
      });
      return registerFile(writes, register, period);
    });
  },
});

/** The days asked for; this year until today without any. */
function periodOf(
  regie: Period["regie"],
  { du, au }: z.output<typeof days>,
  today: Temporal.PlainDate,
): Period {
  const last = au ?? today;
  return { regie, first: du ?? last.with({ month: 1, day: 1 }), last };
}

function registersPage(regie: KeptRegie, { first, last }: Period): Page {
  const base = `/agent/regie/${regie.id}`;
  const asked = `?du=${first.toString()}&au=${last.toString()}`;
  return {
    title: words.title,
    section: "regie",
    dense: true,
    before: <BackLink href={base} label={regie.name} />,
    main: (
      <>
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
        {Temporal.PlainDate.compare(first, last) > 0 && (
          <Notice tone="warning">
            <p>{words.order}</p>
          </Notice>
        )}
        <form method="get" action={`${base}/registres`} class="row">
          <DateField name="du" label={words.from} value={first.toString()} />
          <DateField name="au" label={words.to} value={last.toString()} />
          <Button variant="secondary">{words.show}</Button>
        </form>
        <ul>
          {REGISTERS.map((register) => (
            <li>
              <a href={`${base}/registres/${register}.csv${asked}`} download>
                {words.download(words.names[register])}
              </a>
            </li>
          ))}
        </ul>
      </>
    ),
  };
}

/** The registers of a régie. */
export const registerRoutes: readonly Route<Visit>[] = [showRoute, fileRoute];
