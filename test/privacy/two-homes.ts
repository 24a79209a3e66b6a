import { submitBookings, bookingsHandlers, closeDays } from "#bookings";

import { readSettings } from "../../src/app/settings.ts";
import { routes } from "../../src/app/web/routes.ts";
import { HOST, hostileTown, type Person } from "../bad-input/hostile-town.ts";
import { samplesOf } from "../bad-input/samples.ts";
import { agentWith, guardianOf } from "../builders/actors.ts";
import { newId } from "../builders/canteen.ts";
import { buildHousehold } from "../builders/household.ts";
import { buildNursery } from "../bad-input/nursery.ts";
import { announced } from "../builders/letters.ts";

const NOW = Temporal.Instant.from("2026-11-02T08:00:00Z");
const FORM = "application/x-www-form-urlencoded";

/** What only the other home of Lina has: none of it is ever told to her mother. */
export const THEIRS: readonly string[] = [
  "Thomas",
  "Delattre",
  "Foyer Delattre",
  "moulin-secret",
  "99 99 77 55",
  "0699997755",
  "thomas.delattre@exemple.fr",
  "Maxime",
  "Nounou-Thérèse",
  "Accueil-des-Étangs",
  "876,54",
  "456,21",
];

/** The accesses of the routes that a parent reaches. */
const FAMILY_ACCESSES = ["responsable légal", "personne connectée"];

/**
 * The hostile town, where Lina has two homes: Claire's, with a step-father who may not act for her, and Thomas's, whose
 * words no page of Claire may hold. Both homes booked, and both declared somebody; the routes that a parent reaches
 * are those of the program, with the samples that every route has.
 */
export async function twoHomes() {
  const at = await hostileTown();
  const { database } = at.town;
  const [lina] = at.home.children;
  const [claire] = at.home.guardians;
  if (lina === undefined || claire === undefined) throw new Error("The town has no mother");
  const theirs = await database.write(async (writes) => {
    const other = await buildHousehold(writes, {
      lastName: "Delattre",
      guardians: ["Thomas"],
      children: ["Maxime"],
      sharedChildren: [lina],
      enrolledIn: [at.rue],
    });
    await writes.run(
      "test_their_address",
      `update household set address_line = '3 rue du moulin-secret', commune = 'Le Crotoy' where id = $1`,
      [other.id],
    );
    await writes.run(
      "test_their_phone",
      `update guardian set phone_mobile = '06 99 99 77 55' where id = $1`,
      [other.guardians[0]?.id ?? ""],
    );
    await writes.run(
      "test_their_person",
      `insert into authorised_person (participant_id, household_id, kind, first_name, last_name, first_day, by_label, created_at)
       values ($1, $2, 'authorised', 'Nounou-Thérèse', 'Delattre', '2026-09-01', 'Thomas Delattre', now())`,
      [lina.id, other.id],
    );
    await writes.run(
      "test_their_record",
      `insert into health_record (participant_id, allergies, by_label, updated_at)
       values ($1, 'Arachide', 'Thomas Delattre', '2026-10-01T08:00:00Z')`,
      [lina.id],
    );
    await writes.run(
      "test_their_quotient",
      `insert into qf_entry (id, household_id, value_hundredths, resources_cents, dependent_children, scheme, source,
                             situation_on, received_on, first_day, to_check, by_label, at)
       values (gen_random_uuid(), $1, 87654, 345621, 2, 'msa', 'agent', '2026-10-01', '2026-10-02', '2026-10-02', false,
               'Paul', now())`,
      [other.id],
    );
    await writes.run(
      "test_their_payer",
      `insert into payer_period (participant_id, household_id, activity_id, guardian_id, first_day, by_label, at)
       values ($1, $2, $3, $4, '2026-11-01', 'Paul', now())`,
      [lina.id, other.id, at.rue.activityId, other.guardians[0]?.id ?? ""],
    );
    return other;
  });
  // Lina has a contract in both homes: the second names a unit that only the father's has.
  await buildNursery(at.town, { ...theirs, children: [lina] }, "Accueil-des-Étangs", NOW);
  const stepFather = await database.write(async (writes) => {
    const id = newId<"guardian">();
    await writes.run(
      "test_step_father",
      `insert into guardian (id, last_name, first_name, email, created_at)
       values ($1, 'Roussel', 'Marc', 'marc.roussel@exemple.fr', now())`,
      [id],
    );
    await writes.run("test_step_father_at", `insert into household_guardian values ($1, $2)`, [
      at.home.id,
      id,
    ]);
    await writes.run(
      "test_step_father_withheld",
      `insert into withheld_authority (guardian_id, participant_id, by_label, at) values ($1, $2, 'Paul', now())`,
      [id, lina.id],
    );
    return id;
  });
  const people = {
    claire: at.people.claire,
    thomas: await at.person("Thomas Delattre", { guardianId: theirs.guardians[0]?.id ?? stepFather }),
    marc: await at.person("Marc Roussel", { guardianId: stepFather }),
  };
  const send = async (actor: ReturnType<typeof guardianOf>, days: readonly string[]): Promise<string> => {
    const key = newId<"submission">();
    const lines = days.map((day) => ({
      act: "book" as const,
      participantId: lina.id,
      slotId: at.rue.slotOn(day),
    }));
    const sent = await submitBookings({ ...at.town, actor, now: NOW }, { key, lines });
    if (!sent.ok) throw new Error(sent.refusal.code);
    return key;
  };
  const theirReceipt = await send(guardianOf(theirs), ["2026-11-09", "2026-11-10", "2026-11-16"]);
  // Two of these days are taken by the other home already.
  const receipt = await send(guardianOf(at.home), ["2026-11-09", "2026-11-10", "2026-11-13"]);
  return { ...at, people, theirs, lina, receipt, theirReceipt, samples: samplesOf({ ...at, receipt }) };
}

type TwoHomes = Awaited<ReturnType<typeof twoHomes>>;

/** A page that somebody read. */
export interface ReadPage {
  address: string;
  status: number;
  body: string;
}

/**
 * Every address that a parent reaches, asked with its sample as this person, forms sent too, and where they lead. A
 * route of the program without a sample throws.
 */
export async function walk(at: TwoHomes, person: Person): Promise<readonly ReadPage[]> {
  const settings = readSettings({});
  if (!settings.ok) throw new Error(settings.refusal);
  const read: ReadPage[] = [];
  const get = async (address: string) => {
    const answer = await at.app.inject({
      method: "GET",
      url: address,
      headers: { host: HOST, cookie: person.cookie },
    });
    read.push({ address: `GET ${address}`, status: answer.statusCode, body: answer.body });
  };
  await get("/");
  for (const { method, path, access } of routes(settings.value)) {
    if (!FAMILY_ACCESSES.includes(access)) continue;
    const sample = at.samples[`${method} ${path}`];
    if (sample === undefined) throw new Error(`No sample for ${method} ${path}`);
    if (sample.endsSession) continue;
    const url = path.replaceAll(/:(\w+)/g, (_, name: string) => sample.params?.[name] ?? "");
    const words = new URLSearchParams(sample.fields?.()).toString();
    if (method === "GET") {
      await get(words === "" ? url : `${url}?${words}`);
      if (words !== "") await get(url);
      continue;
    }
    const headers = { host: HOST, cookie: person.cookie, "content-type": FORM };
    const payload = `${words}&formulaire=${person.token()}`;
    const answer = await at.app.inject({ method, url, headers, payload });
    read.push({ address: `POST ${url}`, status: answer.statusCode, body: answer.body });
    const to = answer.headers.location;
    if (typeof to === "string" && to.startsWith("/")) await get(to);
  }
  return read;
}

/** The random letters of a form's token, in which « Marc » stands by chance once in some hundred walks. */
const TOKEN = /name="formulaire" value="[^"]*"/g;

/** Where a page tells one of these words: « GET /planning: Thomas ». */
export function tellings(pages: readonly ReadPage[], words: readonly string[]): string[] {
  return pages.flatMap(({ address, body }) => {
    // Numbers are held together by no-break spaces.
    const told = body
      .replaceAll(TOKEN, "")
      .replaceAll(/\u00a0|&nbsp;/g, " ")
      .toLowerCase()
      // « Démarches » in the menu, and its address, is not Marc.
      .replaceAll(/d[eé]marche/g, "");
    return words.filter((word) => told.includes(word.toLowerCase())).map((word) => `${address}: ${word}`);
  });
}

/** Closes a day that both homes had, and has every announced event told; all that was written to an address. */
export async function lettersAfterClosing(
  at: TwoHomes,
  ...addresses: readonly string[]
): Promise<ReadPage[]> {
  const closed = await closeDays(
    { ...at.town, actor: agentWith(["closures.write"]), now: NOW, address: "192.0.2.7" },
    {
      siteId: at.rue.siteId,
      firstDay: Temporal.PlainDate.from("2026-11-09"),
      lastDay: Temporal.PlainDate.from("2026-11-13"),
      message: "Grève",
    },
  );
  if (!closed.ok) throw new Error(closed.refusal.code);
  for (const [type, handlers] of Object.entries(bookingsHandlers(new URL("http://localhost:3000")))) {
    for (const facts of await announced(at.town, type)) {
      for (const handler of handlers) await handler({ ...at.town, now: NOW }, facts);
    }
  }
  const letters = await at.town.database.read((reads) =>
    reads.rows<{ to: string; text: string }>(
      "test_letters_of",
      `select to_address as "to", subject || ' ' || body_text || ' ' || body_html as text from outbox_message
       where to_address = any ($1::text[])`,
      [addresses],
    ),
  );
  return letters.map(({ to, text }) => ({ address: to, status: 200, body: text }));
}
