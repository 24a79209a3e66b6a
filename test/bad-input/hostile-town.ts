import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";

import { grantRole, linkGuardian } from "#access";
import { activityOffer, findSite } from "#activities";
import { setEnrolmentRule } from "#bookings";
import { createAccount, openSession, renewChooseLink } from "#identity";
import type { Id } from "#kernel";
import { createWebServer, formToken, type Assets } from "#platform";
import { writePriceSections } from "#pricing";
import { testDatabase } from "#test";
import { pino } from "pino";

import { readSettings } from "../../src/app/settings.ts";
import { webSettings } from "../../src/app/web/web-settings.ts";
import { newId } from "../builders/canteen.ts";
import { buildHousehold } from "../builders/household.ts";
import { buildOfferedCanteen, buildZoneB } from "../builders/offered-canteen.ts";
import { watchContent } from "./content.ts";
import { buildDesk } from "../payments/hostile-desk.ts";
import { sentDocument } from "../documents/sent-document.ts";
import { buildPayments } from "../payments/hostile-payments.ts";
import { buildBilling } from "./billing-town.ts";
import { buildDeclared } from "./declared.ts";
import { buildMessages } from "./message-town.ts";
import { buildNursery } from "./nursery.ts";
import { buildPublications } from "./publication-town.ts";
import { buildRequests } from "./request-town.ts";
import { buildWatch } from "./watch-town.ts";

/** Monday 2 November 2026, 9 h in Paris. */
const NOW = Temporal.Instant.from("2026-11-02T08:00:00Z");
export const HOST = "espace.exemple.fr";

/** Whoever comes, with the cookie and the token that this person's forms carry. */
export interface Person {
  who: string;
  role: string | null;
  /** The only site of an agent; null for everywhere. */
  site: Id<"site"> | null;
  guardian: boolean;
  cookie: string;
  /** A new token of a form, already encoded. */
  token(): string;
}

/** The whole web server on a small town: two canteens, two families, an agent of each role. */
export async function hostileTown() {
  const town = await testDatabase();
  const { authority, database } = town;
  const logged: string[] = [];
  const [rue, quend] = await database.write(async (writes) => {
    await writes.run(
      "test_host",
      `insert into directory.authority_host (host, authority_id, main) values ($1, $2, true)`,
      [HOST, authority.id],
    );
    await writes.run("test_demonstration", `update directory.authority set demonstration = true`);
    await writes.run("test_setting", `insert into authority_setting (display_name) values ($1)`, [
      authority.name,
    ]);
    await buildZoneB(writes, authority.id);
    const offered = { authorityId: authority.id, now: NOW, lastDay: "2026-12-18" };
    return [
      await buildOfferedCanteen(writes, { ...offered, name: "Rue" }),
      await buildOfferedCanteen(writes, { ...offered, name: "Quend" }),
    ] as const;
  });
  await database.write(async (writes) => {
    const offer = await activityOffer(writes, [rue.activityId]);
    const prices = offer.map(({ activityCode }) => ({ activities: [activityCode], price: "3.90" }));
    const from = Temporal.PlainDate.from("2026-09-01");
    await writePriceSections(writes, { prices }, { offer, from, by: "Préau", now: NOW });
  });
  const [home, stranger] = await database.write(async (writes) => [
    await buildHousehold(writes, { enrolledIn: [rue], children: ["Lina", "Hugo"] }),
    await buildHousehold(writes, {
      enrolledIn: [quend],
      lastName: "Inconnu",
      guardians: ["Karim"],
      children: ["Maxence"],
    }),
  ]);
  await town.database.write((writes) =>
    writes.run(
      "test_schooling",
      `insert into schooling (participant_id, school_year, school_name, class_name)
       select unnest($1::uuid[]), '2026-2027', 'École de Rue', 'CE1'`,
      [home.children.map((child) => child.id)],
    ),
  );
  const [lina] = home.children;
  if (lina === undefined) throw new Error("No child in the hostile town");
  await buildWatch(database, {
    site: rue.siteId,
    slot: rue.slotOn("2026-11-02"),
    participant: lina.id,
    household: home.id,
  });
  const folder = mkdtempSync(join(tmpdir(), "preau-hostile-"));
  const settings = readSettings({ DATA_DIR: folder });
  if (!settings.ok) throw new Error(settings.refusal);
  const web = webSettings({
    settings: settings.value,
    database: town.server,
    log: pino(
      { level: "warn" },
      new Writable({ write: (line, _, done) => (logged.push(String(line)), done()) }),
    ),
    assets,
    clock: () => NOW,
    health: async () => ({ healthy: true, report: { database: "ok", migrations: "ok", worker: "ok" } }),
  });

  async function person(
    who: string,
    is: { role?: string; site?: Id<"site">; guardianId?: Id<"guardian"> },
  ): Promise<Person> {
    const { role, site = null, guardianId } = is;
    const token = await database.write(async (writes) => {
      const email = `${who.replaceAll(/[^a-z]+/gi, "-")}@exemple.fr`.toLowerCase();
      const created = await createAccount(writes, { email, name: who, passwordHash: null, now: NOW });
      if (!created.ok) throw new Error(created.refusal.code);
      const accountId = created.value;
      if (role !== undefined) await grantRole(writes, { accountId, role, siteId: site, now: NOW });
      if (guardianId !== undefined) await linkGuardian(writes, { accountId, guardianId });
      const opened = await openSession(writes, {
        accountId,
        agent: role !== undefined,
        device: "",
        now: NOW,
      });
      return opened.token;
    });
    return {
      who,
      role: role ?? null,
      site,
      guardian: guardianId !== undefined,
      cookie: `__Host-preau=${token}`,
      token: () => encodeURIComponent(formToken(token)),
    };
  }
  const visitorSecret = randomBytes(18).toString("base64url");
  const visitor: Person = {
    who: "a visitor",
    role: null,
    site: null,
    guardian: false,
    cookie: `__Host-formulaire=${visitorSecret}`,
    token: () => encodeURIComponent(formToken(visitorSecret)),
  };
  const mother = home.guardians[0]?.id ?? newId<"guardian">();
  const people = {
    visitor,
    claire: await person("Claire", { guardianId: mother }),
    karim: await person("Karim", { guardianId: stranger.guardians[0]?.id ?? newId<"guardian">() }),
    nobody: await person("nobody's guardian", {}),
    administrator: await person("the administrator", { role: "administrator" }),
    reception: await person("reception", { role: "reception" }),
    manager: await person("the manager of Rue", { role: "siteManager", site: rue.siteId }),
    kitchen: await person("the kitchen of Quend", { role: "kitchen", site: quend.siteId }),
    unknownRole: await person("a role that is none", { role: "maire" }),
  };
  const link = await database.write((writes) =>
    renewChooseLink(writes, { email: "nobody-s-guardian@exemple.fr", byLabel: "preau", now: NOW }),
  );
  const app = await createWebServer(web);
  app.addHook("onClose", () => rmSync(folder, { recursive: true, force: true }));
  /** Sends a form of this person; the key or id at the end of the address that it leads to. */
  async function done(
    { cookie, token }: Person,
    url: string,
    fields: Record<string, string>,
  ): Promise<string> {
    const headers = { host: HOST, cookie, "content-type": "application/x-www-form-urlencoded" };
    const payload = `${new URLSearchParams(fields).toString()}&formulaire=${token()}`;
    const answer = await app.inject({ method: "POST", url, headers, payload });
    const key = /[0-9a-f-]{36}$/.exec(String(answer.headers.location))?.[0];
    if (key === undefined) throw new Error(`${url}: ${answer.statusCode}`);
    return key;
  }
  const receipt = await done(people.claire, "/planning/enregistrer", {
    cle: newId(),
    lignes: `${home.children[0]?.id ?? ""} ${rue.slotOn("2026-11-12")}+`,
  });
  await done(people.claire, "/planning/enregistrer", {
    cle: newId(),
    lignes: `${home.children[0]?.id ?? ""} ${rue.slotOn("2026-11-16")}+`,
  });
  const booking = await database.read((reads) =>
    reads.row<{ id: Id<"booking"> }>("test_booking", `select id from booking where slot_id = $1`, [
      rue.slotOn("2026-11-16"),
    ]),
  );
  const closure = await done(people.manager, "/agent/fermetures/enregistrer", {
    lieu: rue.siteId,
    du: "2026-11-12",
    message: "Grève.",
  });
  // The season that follows at Rue, in which families enrol by themselves.
  const nextSeason = newId<"season">();
  await database.write(async (writes) => {
    await writes.run(
      "test_next_season",
      `insert into season (id, activity_id, name, first_day, last_day) values ($1, $2, 'Hiver', '2027-01-04', '2027-02-12')`,
      [nextSeason, rue.activityId],
    );
    const rule = { activityId: rue.activityId, byFamily: true, conditions: [] };
    await setEnrolmentRule(writes, { ...rule, validFrom: Temporal.PlainDate.from("2026-09-01") });
  });
  const opening = {
    saison: nextSeason,
    pour: "*",
    ouvre: "2026-12-01",
    "ouvre-heure": "08:30",
  };
  const window = await done(people.administrator, "/agent/ouvertures/enregistrer", opening);
  const newEnrolment = await done(people.claire, "/inscriptions/enregistrer", {
    pour: home.children[1]?.id ?? "",
    foyer: home.id,
    saison: nextSeason,
    venue: "regulier",
  });
  const move = await done(people.manager, "/agent/delais/deplaces/enregistrer", {
    pour: rue.activityId,
    acte: "annuler",
    du: "2026-11-26",
    jour: "2026-11-24",
    heure: "10:00",
    motif: "Le traiteur est fermé.",
  });
  const classDay = await done(people.manager, "/agent/classes/enregistrer", {
    cle: newId(),
    classe: `${encodeURIComponent("École de Rue")}|CE1`,
    quoi: "teacher_absent",
    du: "2026-12-14",
    message: "Mme Blond est absente.",
  });
  const declared = await buildDeclared(database, { home, stranger, now: NOW });
  const sender = { app, database, host: HOST };
  const document = await sentDocument(sender, people.claire, { household: home.id, child: lina.id });
  const publications = await buildPublications(sender, people.administrator);
  const messages = await buildMessages(database, { home, stranger, now: NOW });
  const requests = await buildRequests(town, home, NOW);
  const nursery = await buildNursery(town, home, "Accueil", NOW);
  const billing = await buildBilling(town, home);
  const payments = await buildPayments(town, home, billing.invoice);
  const desk = await buildDesk(town, stranger, NOW);
  const site = await database.read((reads) => findSite(reads, rue.siteId));
  if (site === undefined) throw new Error("No site");
  return {
    billing,
    payments,
    desk,
    document,
    ...declared,
    publications,
    messages,
    requests,
    town,
    app,
    site,
    receipt,
    closure,
    classDay,
    move,
    booking: booking?.id ?? newId<"booking">(),
    nextSeason,
    window,
    newEnrolment,
    contract: nursery.contract,
    endSeen: nursery.endSeen,
    toSign: await nursery.of(1),
    logged,
    people,
    person,
    rue,
    quend,
    home,
    stranger,
    link: link.ok ? link.value : link,
    content: await watchContent(town),
  };
}

const assets: Assets = { address: (name) => `/assets/${name}`, file: () => undefined };
