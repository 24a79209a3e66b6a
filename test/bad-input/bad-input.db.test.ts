import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { readSettings } from "../../src/app/settings.ts";
import { routes } from "../../src/app/web/routes.ts";
import { chosen } from "./chosen.ts";
import { HOST, hostileTown, type Person } from "./hostile-town.ts";
import type { Sample } from "./sample.ts";
import { samplesOf } from "./samples.ts";
import { isOneOfEach, wrongBodies, wrongTypes, wrongValues } from "./wrong-values.ts";

const KNOWN_ROUTES = 45;
const noFields = (): Readonly<Record<string, string>> => ({});
const FORM = "application/x-www-form-urlencoded";

const settings = readSettings({});
if (!settings.ok) throw new Error(settings.refusal);
const all = routes(settings.value).map(({ method, path, access, fromOutside = false }) => ({
  method,
  path,
  access,
  fromOutside,
}));
const posts = all.filter(({ method }) => method === "POST");

let at: Awaited<ReturnType<typeof hostileTown>>;
let samples: Readonly<Record<string, Sample>>;
let earlierFields: ReadonlyMap<string, number>;
beforeAll(async () => {
  at = await hostileTown();
  samples = samplesOf(at);
  earlierFields = countEarlier();
}, 60_000);
afterAll(async () => {
  await at.app.close();
  await at.town.close();
});

interface Asked {
  method: "GET" | "POST";
  url: string;
  person: Person;
  body?: string;
  type?: string | undefined;
}

async function ask({ method, url, person, body, ...told }: Asked) {
  const type = "type" in told ? told.type : FORM;
  const headers = {
    host: HOST,
    cookie: person.cookie,
    ...(method === "POST" && type !== undefined ? { "content-type": type } : {}),
  };
  return at.app.inject({ method, url, headers, ...(body === undefined ? {} : { payload: body }) });
}
type Answered = Awaited<ReturnType<typeof ask>>;

const sampleOf = ({ method, path }: { method: string; path: string }): Sample => {
  const sample = samples[`${method} ${path}`];
  if (sample === undefined) throw new Error(`No sample for ${method} ${path}`);
  return sample;
};

/** For each field of each route: how many routes before that one have a field of that name. */
function countEarlier(): ReadonlyMap<string, number> {
  const seen = new Map<string, number>();
  const earlier = new Map<string, number>();
  for (const route of all) {
    const { params = {}, fields = noFields } = sampleOf(route);
    for (const name of new Set([...Object.keys(params), ...Object.keys(fields())])) {
      const before = seen.get(name) ?? 0;
      earlier.set(fieldKey(route, name), before);
      seen.set(name, before + 1);
    }
  }
  return earlier;
}

const fieldKey = ({ method, path }: { method: string; path: string }, name: string) =>
  `${method} ${path} ${name}`;

function earlierOf(route: (typeof all)[number], name: string): number {
  const count = earlierFields.get(fieldKey(route, name));
  if (count === undefined) throw new Error(`No field ${name} in the sample of ${route.path}`);
  return count;
}

const pathOf = (path: string, params: Readonly<Record<string, string>> = {}) =>
  path.replaceAll(/:(\w+)/g, (_, name: string) => params[name] ?? "");

const pairsOf = (fields: Readonly<Record<string, string>>) =>
  Object.entries(fields).map(([name, text]) => `${name}=${encodeURIComponent(text)}`);

/** What holds of every answer, whatever was sent; what does not is told in words. */
function faultsOf({ statusCode, headers, body }: Answered): string[] {
  const faults: string[] = [];
  const type = headers["content-type"] ?? "";
  if (statusCode >= 500) faults.push(`answered ${statusCode}`);
  if (statusCode >= 300 && statusCode < 400 && !/^\/(?![/\\])/.test(String(headers.location)))
    faults.push(`led to ${String(headers.location)}`);
  if (statusCode >= 300 && statusCode < 400 && statusCode !== 303) faults.push(`answered ${statusCode}`);
  if (statusCode >= 400 && !type.startsWith("text/html")) faults.push(`${statusCode} is ${type}`);
  if (type.startsWith("text/html") && !/<html lang="fr"[\s\S]*<\/footer>/.test(body)) faults.push("no frame");
  if (body.includes("<script>alert(1)") || body.includes("<img src=x")) faults.push("runs a script");
  if (headers["x-content-type-options"] !== "nosniff") faults.push("no headers of security");
  const cacheable = /text\/css|image\//.test(type) && statusCode === 200;
  if (!cacheable && headers["cache-control"] !== "no-store") faults.push("may be kept by a cache");
  if (/\bat \S+ \(|\.tsx?:\d|select .* from|PostgreSQL/i.test(body)) faults.push("tells its insides");
  return faults;
}

test("every route has its sample, and none is left from a route that is gone", () => {
  expect(all.map(({ method, path }) => `${method} ${path}`).toSorted()).toEqual(
    Object.keys(samples).toSorted(),
  );
  expect(all.length).toBeGreaterThanOrEqual(KNOWN_ROUTES);
});

describe.each(all)("$method $path", (route) => {
  const { method, path } = route;

  /** Sends it, and tells what is wrong with the answer; what was not acknowledged must not have changed. */
  async function faults(sent: Asked, mayBeAccepted: boolean, before: { content: string }): Promise<string[]> {
    const answer = await ask(sent);
    const found = faultsOf(answer);
    if (method === "GET") return found;
    const after = await at.content.now();
    // What a machine outside tells is heard without a token; an unknown reference leaves its line in the journal.
    const heard = route.fromOutside && answer.statusCode === 200;
    if (after !== before.content && !heard && !(mayBeAccepted && answer.statusCode === 303))
      found.push(`changed the database, answering ${answer.statusCode}`);
    before.content = after;
    return found;
  }

  test("the sample fits, so that what is refused is refused for its wrong value", async () => {
    const { as, params, fields = noFields, answers = method === "GET" ? 200 : 303 } = sampleOf(route);
    const person = sampleOf(route).endsSession ? await at.person(`${path} fits`, {}) : at.people[as];
    const pairs = pairsOf(fields()).join("&");
    const url = pathOf(path, params);
    const answer = await ask(
      method === "GET"
        ? { method, url: pairs === "" ? url : `${url}?${pairs}`, person }
        : { method, url, person, body: `${pairs}&formulaire=${person.token()}` },
    );
    expect([answer.statusCode, ...faultsOf(answer)]).toEqual([answers]);
  });

  test("wrong values are told in French or do not exist, and change nothing", async () => {
    const { as, params = {}, fields = noFields, free = [], endsSession } = sampleOf(route);
    const person = endsSession ? await at.person(`${path} wrong values`, {}) : at.people[as];
    const before = { content: await at.content.now() };
    const wrong: [what: string, sent: Asked, mayBeAccepted: boolean][] = [];
    const requestOf = (url: string, pairs: readonly string[]): Asked =>
      method === "GET"
        ? { method, url: pairs.length === 0 ? url : `${url}?${pairs.join("&")}`, person }
        : { method, url, person, body: [...pairs, `formulaire=${person.token()}`].join("&") };
    for (const name of Object.keys(params)) {
      for (const value of chosen(wrongValues, earlierOf(route, name), isOneOfEach)) {
        if (value.inPath === undefined) continue;
        const url = pathOf(path, { ...params, [name]: value.inPath });
        wrong.push([`${name}, ${value.name}`, requestOf(url, pairsOf(fields())), false]);
      }
    }
    for (const name of Object.keys(fields())) {
      for (const value of chosen(wrongValues, earlierOf(route, name), isOneOfEach)) {
        const others = Object.fromEntries(Object.entries(fields()).filter(([field]) => field !== name));
        const pairs = [...pairsOf(others), value.pairs(name)].filter((pair) => pair !== "");
        // An address of 100 kB is the business of Node, which answers before any route.
        if (method === "GET" && pairs.join("&").length > 60_000) continue;
        const accepted =
          free.includes(name) || /^(left out|empty|blank|twice|an object|a prototype)$/.test(value.name);
        wrong.push([`${name}, ${value.name}`, requestOf(pathOf(path, params), pairs), accepted]);
      }
    }
    const found: string[] = [];
    const send = async ([what, sent, accepted]: (typeof wrong)[number]) =>
      found.push(...(await faults(sent, accepted, before)).map((fault) => `${what}: ${fault}`));
    if (method === "POST") for (const one of wrong) await send(one);
    else await Promise.all(wrong.map(send));
    expect(found).toEqual([]);
    expect(await at.content.read()).toBe(before.content);
  });

  if (method === "POST") {
    test("bodies that are no form, and values that are no text, change nothing", async () => {
      const { as, params, fields = noFields, free = [], endsSession } = sampleOf(route);
      const person = endsSession ? await at.person(`${path} wrong bodies`, {}) : at.people[as];
      const before = { content: await at.content.now() };
      const url = pathOf(path, params);
      const wrong: string[] = [];
      for (const [name, type, body] of chosen(wrongBodies, posts.indexOf(route))) {
        wrong.push(
          ...(await faults({ method, url, person, type, body }, false, before)).map((f) => `${name}: ${f}`),
        );
      }
      for (const name of Object.keys(fields())) {
        for (const value of chosen(wrongTypes, earlierOf(route, name))) {
          const token = decodeURIComponent(person.token());
          const body = JSON.stringify({ ...fields(), formulaire: token, [name]: value });
          const sent: Asked = { method, url, person, type: "application/json", body };
          const accepted = free.includes(name);
          wrong.push(
            ...(await faults(sent, accepted, before)).map((f) => `${name} = ${JSON.stringify(value)}: ${f}`),
          );
        }
      }
      expect(wrong).toEqual([]);
    });

    test.skipIf(route.fromOutside)("without its token, or with another's, nothing is done", async () => {
      const { as, params, fields = noFields } = sampleOf(route);
      const before = await at.content.now();
      const url = pathOf(path, params);
      for (const token of [undefined, "", "x.y", at.people.karim.token()]) {
        const pairs = [...pairsOf(fields()), ...(token === undefined ? [] : [`formulaire=${token}`])];
        const answer = await ask({ method, url, person: at.people[as], body: pairs.join("&") });
        expect([answer.statusCode, ...faultsOf(answer)]).toEqual([403]);
        expect(answer.body).toContain("Rien n’a été enregistré.");
      }
      expect(await at.content.now()).toBe(before);
    });
  }
});
