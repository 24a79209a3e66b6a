import type { Visit } from "#identity";
import { parisDate } from "#kernel";
import { formText, notFound, page, route, type Route } from "#platform";
import { z } from "zod";

import { deskOfDay } from "../../../desk/desk-of-day.ts";
import { findPayers } from "../../../desk/find-payers.ts";
import { deskAgent, regieSettingsWriter } from "../../../desk/policy.ts";
import { homePage } from "./home-page.tsx";
import { ofRegie, openedRegie, REGIE } from "./opened-regie.ts";

/** GET /agent/regie/:regie?q=: a payer is looked for; what the régie took today and what it holds. */
export const homeRoute: Route<Visit> = route({
  method: "GET",
  path: REGIE,
  access: deskAgent,
  input: z.object({ params: ofRegie, query: z.object({ q: formText(100).default("") }) }),
  async answer(visit, { params, query: { q } }) {
    const opened = await openedRegie(visit, params.regie);
    if (opened === undefined) return notFound;
    const today = parisDate(visit.now);
    const maySet = regieSettingsWriter.decide(visit).kind === "allowed";
    const mayTake = opened.role !== "control";
    const found = q === "" || !mayTake ? null : await visit.database.read((reads) => findPayers(reads, q));
    const desk = await visit.database.read((reads) => deskOfDay(reads, opened.regie, today));
    return page(homePage({ ...opened, ...desk, q, found, today, maySet }));
  },
});
