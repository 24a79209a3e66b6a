import { randomUUID } from "node:crypto";

import { findSite } from "#activities";
import { agentWith, mayAnywhere, mayAt, type SignedInVisit, type Visit } from "#identity";
import { parisDate, type Id } from "#kernel";
import {
  formId,
  formText,
  hashedId,
  isoDate,
  notFound,
  page,
  redirect,
  route,
  writeJournal,
  type Answer,
  type Correction,
  type Route,
} from "#platform";
import { z } from "zod";

import { daySheet } from "../../../day/day-sheet.ts";
import { findComers } from "../../../day/find-comers.ts";
import { knownDay } from "../../../day/known-day.ts";
import { noteDay, notedForm } from "../../../day/note-day.ts";
import { isWritten } from "../../../day/outcomes.ts";
import { isBilled } from "../../../facts/billed-month.ts";
import { offeredSupplements } from "../../../supplements/offered-supplements.ts";
import type { BesidesPlaces } from "../../../supplements/charged-besides.ts";
import { sheetBesides } from "../../../supplements/sheet-besides.ts";
import { mayNoteAt, NOTE } from "../../../policy.ts";
import { dayAddress, dayPage } from "./day-page.tsx";
import { DoneNotice } from "./done-notice.tsx";
import {
  faultSentence,
  sentComers,
  sentGroup,
  sentLines,
  wantedOf,
  withHourNow,
  type LineFault,
  type SentLine,
} from "./sent-day.ts";
import { shownDay } from "./shown-day.ts";
import { texts } from "./texts.fr.ts";
import { sentWayOn, wayOnAddress } from "./way-on.tsx";

const PATH = "/agent/pointage/:site";
const ofSite = z.object({ site: formId<"site">() });
const typedName = formText(80).catch("");

/** GET /agent/pointage/:site?jour=&cherche=&fait=: who is expected that day, what is noted; today without a day. */
const sheetRoute = (prices: BesidesPlaces) =>
  route({
    method: "GET",
    path: PATH,
    access: agentWith(NOTE),
    input: z.object({
      params: ofSite,
      query: z.object({
        jour: isoDate.optional().catch(undefined),
        cherche: typedName,
        fait: formId<"attendanceForm">().optional().catch(undefined),
      }),
    }),
    answer: (visit, { params: { site }, query }) =>
      sheetAnswer(visit, prices, {
        site,
        date: query.jour ?? parisDate(visit.now),
        typed: query.cherche,
        done: query.fait,
      }),
  });

/**
 * POST …: notes the day; the page then says what was done, line by line where something was not. « suite » opens the
 * page of one child once all is noted.
 */
const noteRoute = (prices: BesidesPlaces) =>
  route({
    method: "POST",
    path: PATH,
    access: agentWith(NOTE),
    input: z.object({
      params: ofSite,
      body: z
        .object({ cle: formId<"page">(), jour: isoDate, cherche: typedName })
        .catchall(z.union([z.string(), z.array(z.string()).nonempty()])),
    }),
    async toCorrect(visit, _messages, { params }) {
      const { site } = ofSite.parse(params);
      const corrections = [{ message: texts.corrections.page }];
      return sheetAnswer(visit, prices, { site, date: parisDate(visit.now), typed: "", corrections });
    },
    async answer(visit, { params: { site }, body }) {
      const { actor, database, now } = visit;
      const asked = { site, date: body.jour, typed: body.cherche };
      const sent = sentLines(body);
      const comers = sentComers(body);
      if (sent === undefined || comers === undefined) {
        return sheetAnswer(visit, prices, { ...asked, corrections: [{ message: texts.corrections.page }] });
      }
      const { lines, pressed } = withHourNow(sent, body, { date: body.jour, now });
      if (!mayNoteAt(actor, site)) return notFound;
      const known = await database.read((reads) => knownDay(reads, { site, date: body.jour }));
      const { wanted, faults } = wantedOf(lines, sentGroup(body), { today: parisDate(now), known });
      if (faults.length > 0) return sheetAnswer(visit, prices, { ...asked, sent: lines, faults });
      const all = [...wanted, ...comers];
      const key = hashedId<"attendanceForm">(
        body.cle,
        actor.accountId,
        body.jour.toString(),
        JSON.stringify(all),
      );
      const noted = await noteDay(visit, { key, site, date: body.jour, lines: all });
      if (noted.ok) {
        const way = sentWayOn(body["suite"]);
        // What a colleague noted in between is told first: only the sheet says it.
        if (way !== undefined && noted.value.every(isWritten))
          return redirect(wayOnAddress(site, body.jour, way));
        const done = `${dayAddress(site, body.jour)}&fait=${key}`;
        if (pressed !== undefined) return redirect(`${done}#ligne-${pressed}`);
        if (body.cherche === "" || comers.length > 0) return redirect(done);
        return redirect(`${done}&cherche=${encodeURIComponent(body.cherche)}#venus`);
      }
      if (noted.refusal.code === "unknown-site") return notFound;
      const corrections = noted.refusal.code === "future" ? [] : [{ message: texts.corrections.again }];
      return sheetAnswer(visit, prices, { ...asked, sent: lines, corrections, status: 422 });
    },
  });

/** What a page shows, and what was sent to it. */
interface Asked {
  site: Id<"site">;
  date: Temporal.PlainDate;
  typed: string;
  done?: Id<"attendanceForm"> | undefined;
  sent?: readonly SentLine[];
  faults?: readonly LineFault[];
  corrections?: readonly Correction[];
  status?: number;
}

/** The page, with the line in the journal that tells who read names of children; not found at another's site. */
function sheetAnswer(visit: SignedInVisit, prices: BesidesPlaces, asked: Asked): Promise<Answer> {
  const { actor, database, now, address } = visit;
  const { site: siteId, date, typed, sent = [], faults = [] } = asked;
  if (!mayNoteAt(actor, siteId)) return Promise.resolve(notFound);
  const withHealth = mayAt(actor, "health.read", siteId);
  return database.write(async (writes) => {
    const site = await findSite(writes, siteId);
    if (site === undefined) return notFound;
    await writeJournal(writes, {
      at: now,
      accountId: actor.accountId,
      byLabel: actor.name,
      act: "attendance.day-read",
      objectKind: "site",
      objectId: siteId,
      facts: { date: date.toString(), health: withHealth },
      address,
    });
    const everybody = mayAnywhere(actor, "families.read");
    const sheet = await daySheet(writes, {
      site: siteId,
      date,
      withForbidden: mayAt(actor, "families.read", siteId),
      withHealth,
    });
    const found = await findComers(writes, { typed, site: siteId, date, everybody });
    const done =
      asked.done === undefined
        ? undefined
        : await notedForm(writes, { key: asked.done, account: actor.accountId, site: siteId });
    const offered = await offeredSupplements(writes, { site: siteId, date });
    const units = shownDay(sheet, sent);
    const lines = units.flatMap(({ groups }) => groups.flatMap((group) => group.lines));
    const shownFaults = faults.flatMap((fault) => faultOnPage(fault, sent, lines));
    const corrections = [
      ...(asked.corrections ?? []),
      ...shownFaults.map(({ fault, who }) => ({
        field: `${fault.field}-${fault.index}`,
        message: faultSentence(fault, who),
      })),
    ];
    const status = asked.status ?? (corrections.length > 0 ? 422 : 200);
    return page(
      dayPage({
        site,
        date,
        today: parisDate(now),
        around: sheet,
        withSupplements: new Set(offered.keys()),
        besides: await sheetBesides(writes, prices, { ...sheet, date, offered }),
        billed: await isBilled(writes, date),
        units,
        search: { typed, found, everybody },
        pageKey: randomUUID(),
        faults: shownFaults.map(({ fault }) => fault),
        corrections,
        done: done === undefined ? undefined : <DoneNotice done={done} sheet={sheet} />,
        withList: mayAt(actor, "bookings.read", siteId),
      }),
      status,
    );
  });
}

/** The fault with the number that its line has on the page that is shown now, and the child's name. */
function faultOnPage(
  fault: LineFault,
  sent: readonly SentLine[],
  lines: ReturnType<typeof shownDay>[number]["groups"][number]["lines"],
): { fault: LineFault; who: string }[] {
  const of = sent.find(({ index }) => index === fault.index);
  const line = lines.find(
    ({ participantId, slotId }) => participantId === of?.participantId && slotId === of.slotId,
  );
  return line === undefined
    ? []
    : [{ fault: { ...fault, index: line.index }, who: `${line.lastName} ${line.firstName}` }];
}

/** An agent notes who came on a day of a site. */
export function notingRoutes(prices: BesidesPlaces): readonly Route<Visit>[] {
  return [sheetRoute(prices), noteRoute(prices)];
}
