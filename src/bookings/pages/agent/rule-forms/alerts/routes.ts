import { mayWriteOffer, offerWriter } from "#activities";
import { agentWith, type SignedInVisit, type Visit } from "#identity";
import { ok, parisDate } from "#kernel";
import {
  firstValue,
  formReader,
  formValues,
  page,
  redirect,
  rehearse,
  route,
  writeJournal,
  type Answer,
  type Correction,
  type Route,
  type Values,
} from "#platform";
import { z } from "zod";

import { guardiansWithoutChoice } from "../../../../alerts/alert-choices.ts";
import { ALERT_LIMITS, USUAL_ALERTS, type AlertRule } from "../../../../rules/alert-rule.ts";
import { dayRefusal } from "../../../../ruleset/edit/possible-day.ts";
import { alertRules, writeAlerts, type DatedAlerts } from "../../../../ruleset/stored/stored-alerts.ts";
import { texts as shared } from "../texts.fr.ts";
import { texts } from "./texts.fr.ts";
import { ALERT_BOXES, ALERTS_PATH, alertsCheckPage, alertsPage } from "./alert-pages.tsx";

/** GET /agent/alertes: what is said of alerts, and the form that changes it. */
const listRoute = route({
  method: "GET",
  path: ALERTS_PATH,
  access: agentWith("offer.read"),
  input: z.object({ query: formValues }),
  answer: (visit, { query }) =>
    list(
      visit,
      firstValue(query, "repris") === "1" ? query : undefined,
      [],
      firstValue(query, "fait") === "1",
    ),
});

/** POST …/verifier: what would change. */
const checkRoute = route({
  method: "POST",
  path: `${ALERTS_PATH}/verifier`,
  access: offerWriter,
  input: z.object({ body: formValues }),
  async answer(visit, { body }) {
    const read = readChange(visit, body);
    if ("corrections" in read) return list(visit, body, read.corrections, false);
    const { rule, from } = read;
    const rehearsed = await rehearse(visit.database, async (writes) =>
      ok(await writeAlerts(writes, rule, from)),
    );
    const changes = rehearsed.ok ? rehearsed.value : [];
    const concerned = await visit.database.read((reads) => guardiansWithoutChoice(reads));
    return page(alertsCheckPage({ rule, from, changes, values: body, concerned }));
  },
});

/** POST …/enregistrer: what families have from that day on, with a line in the journal. */
const saveRoute = route({
  method: "POST",
  path: `${ALERTS_PATH}/enregistrer`,
  access: offerWriter,
  input: z.object({ body: formValues }),
  async answer(visit, { body }) {
    const read = readChange(visit, body);
    if ("corrections" in read) return list(visit, body, read.corrections, false);
    const { rule, from } = read;
    const { actor, now, address } = visit;
    await visit.database.write(async (writes) => {
      const changes = await writeAlerts(writes, rule, from);
      if (changes.length === 0) return;
      await writeJournal(writes, {
        at: now,
        accountId: actor.accountId,
        byLabel: actor.name,
        act: "bookings.alert-rule-changed",
        facts: { from: from.toString(), changes },
        address,
      });
    });
    return redirect(`${ALERTS_PATH}?fait=1`);
  },
});

function readChange(
  { now }: SignedInVisit,
  values: Values,
): { rule: AlertRule; from: Temporal.PlainDate } | { corrections: readonly Correction[] } {
  const reader = formReader(values);
  const boxes = new Set(reader.ticked("alerte", ALERT_BOXES));
  if ((values.get("alerte") ?? []).some((box) => !ALERT_BOXES.some((known) => known === box))) {
    reader.correct("alerte", shared.toCorrect.unreadable);
  }
  /** Every number is asked for: an empty field is no usual value. */
  const needed = (field: string, limits: { least: number; most: number }): number => {
    const before = reader.corrections.length;
    const count = reader.count(field, limits);
    if (count === undefined && reader.corrections.length === before) {
      reader.correct(field, texts.noCount(limits.least, limits.most));
    }
    return count ?? limits.least;
  };
  const weekDays = needed("jours", ALERT_LIMITS.weekDays);
  const weekHours = needed("heures", ALERT_LIMITS.weekHours);
  const deadlineHours = needed("apres-midi", ALERT_LIMITS.deadlineHours);
  const day = reader.date("du");
  if (reader.corrections.length > 0) return { corrections: reader.corrections };
  const from = Temporal.PlainDate.from(day);
  const refused = dayRefusal(from, now);
  if (refused !== undefined) {
    const message =
      refused.code === "past" ? shared.toCorrect.past(refused.today) : shared.toCorrect.tooFar(refused.years);
    return { corrections: [{ field: "du", message }] };
  }
  return {
    rule: {
      placeOffered: boxes.has("placeOffered"),
      emptyWeek: boxes.has("emptyWeek"),
      deadlineTonight: boxes.has("deadlineTonight"),
      weekDays,
      weekHours,
      deadlineHours,
    },
    from,
  };
}

async function list(
  { actor, database, now }: SignedInVisit,
  typed: Values | undefined,
  corrections: readonly Correction[],
  saved: boolean,
): Promise<Answer> {
  const today = parisDate(now);
  const stored = await database.read((reads) => alertRules(reads));
  const versions: readonly DatedAlerts[] =
    stored[0]?.validFrom.year === 1
      ? stored
      : [{ validFrom: new Temporal.PlainDate(1, 1, 1), rule: USUAL_ALERTS }, ...stored];
  const held = versions.findLast(({ validFrom }) => Temporal.PlainDate.compare(validFrom, today) <= 0);
  const values = typed ?? start(held?.rule ?? USUAL_ALERTS, today);
  const form = mayWriteOffer(actor) ? { values, corrections, today } : null;
  return page(alertsPage({ versions, form, saved }), corrections.length > 0 ? 422 : 200);
}

function start(rule: AlertRule, today: Temporal.PlainDate): Values {
  return new Map([
    ["alerte", ALERT_BOXES.filter((kind) => rule[kind])],
    ["jours", [String(rule.weekDays)]],
    ["heures", [String(rule.weekHours)]],
    ["apres-midi", [String(rule.deadlineHours)]],
    ["du", [today.add({ days: 1 }).toString()]],
  ]);
}

/** Agents say which alerts families have before choosing, and when they leave. */
export const alertRuleRoutes: readonly Route<Visit>[] = [listRoute, checkRoute, saveRoute];
