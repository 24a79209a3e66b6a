import { assert, asyncProperty, string } from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { cents } from "#kernel";

import {
  BOMB,
  detail,
  EXTERNAL_ENTITY,
  fault,
  HTML_502,
  ID_OP,
  returned,
} from "../../../test/payfip/answers.ts";
import { type CannedService, cannedService } from "../../../test/payfip/canned-service.ts";
import type { GatewayOrder } from "../gateway/gateway.ts";
import { payfipGateway } from "./payfip-gateway.ts";
import { isPayfipReference } from "./reference.ts";

const ORDER: GatewayOrder = {
  refdet: "202611000000000000000001",
  amount: cents(1250),
  year: 2026,
  email: "claire.lefebvre@exemple.fr",
  label: "Factures d’octobre & novembre",
  notifyUrl: "https://espace.exemple.fr/paiements/notification?a=1&b=2",
  returnUrl: "https://espace.exemple.fr/paiements/retour",
};

let service: CannedService;
beforeAll(async () => {
  service = await cannedService();
});
afterAll(async () => service[Symbol.asyncDispose]());

const gateway = (timeoutMs = 5000) =>
  payfipGateway({ origin: service.origin, numcli: "090909", mode: "test", timeoutMs });

function reference() {
  if (!isPayfipReference(ID_OP)) throw new Error("not an idOp");
  return ID_OP;
}

const lookUp = async (body: string, status = 200) => {
  service.answer = { status, body };
  return gateway().lookUp(reference());
};

describe("opening", () => {
  test("sends the fields in the order of the schema, unqualified, and leads to the page", async () => {
    service.answer = { status: 200, body: returned("creerPaiementSecurise", { idOp: ID_OP }) };
    expect(await gateway().open(ORDER)).toEqual({
      ok: true,
      value: { reference: ID_OP, pageUrl: `${service.origin}/tpa/paiementws.web?idop=${ID_OP}` },
    });
    expect(service.received.at(-1)).toContain(
      "<arg0><exer>2026</exer><mel>claire.lefebvre@exemple.fr</mel><montant>1250</montant><numcli>090909</numcli>" +
        "<objet>Factures d octobre novembre</objet><refdet>202611000000000000000001</refdet><saisie>T</saisie>" +
        "<urlnotif>https://espace.exemple.fr/paiements/notification?a=1&amp;b=2</urlnotif>" +
        "<urlredirect>https://espace.exemple.fr/paiements/retour</urlredirect></arg0>",
    );
  });

  test.each<[string, Partial<GatewayOrder>]>([
    ["A1", { email: "" }],
    ["A2", { email: "claire" }],
    ["A2", { email: "cl aire@exemple.fr" }],
    ["A2", { email: `${"c".repeat(80)}@exemple.fr` }],
    ["A2", { email: "claire", amount: cents(99_999_999) }],
    ["R3", { refdet: "ABCD" }],
    ["R3", { refdet: "2026-000001" }],
    ["M3", { amount: cents(99) }],
    ["M3", { amount: cents(-1250) }],
    ["M5", { amount: cents(10_000_000) }],
    ["N1", { notifyUrl: "javascript:alert(1)" }],
    ["D1", { returnUrl: `https://exemple.fr/${"a".repeat(250)}` }],
  ])("%s is told without a call", async (serviceCode, changed) => {
    const before = service.received.length;
    const opened = await gateway().open({ ...ORDER, ...changed });
    expect(opened).toMatchObject({ ok: false, refusal: { code: "refused", serviceCode } });
    expect(service.received.length).toBe(before);
  });

  test("a refusal of the service is told in its words, wherever they stand", async () => {
    service.answer = {
      status: 500,
      body: fault("T4", { libelle: "Le client n&apos;a pas accès au service sécurisé" }),
    };
    expect(await gateway().open(ORDER)).toMatchObject({
      ok: false,
      refusal: { code: "refused", serviceCode: "T4", text: "Le client n'a pas accès au service sécurisé" },
    });
  });

  test("an answer without number is no opening", async () => {
    service.answer = { status: 200, body: returned("creerPaiementSecurise", { idOp: "" }) };
    expect(await gateway().open(ORDER)).toMatchObject({ ok: false, refusal: { code: "unavailable" } });
  });
});

describe("looking up", () => {
  test.each([
    ["P", "paid", "card"],
    ["V", "paid", "debit"],
    ["R", "refused", "card"],
    ["Z", "refused", "debit"],
    ["A", "abandoned", null],
  ] as const)("%s is %s by %s", async (resultrans, outcome, means) => {
    const answer = await lookUp(detail({ resultrans }));
    expect(answer).toMatchObject({ ok: true, value: { kind: "ended", outcome, means } });
  });

  test("reads every field that is compared, and Paris time", async () => {
    const body = detail();
    expect(await lookUp(body)).toEqual({
      ok: true,
      value: {
        kind: "ended",
        outcome: "paid",
        means: "card",
        refdet: "201912000000000000000001",
        amount: 1250,
        account: "090909",
        mode: "test",
        authorisation: "112233445566-tip",
        at: Temporal.PlainDateTime.from("2019-12-12T14:31"),
        raw: body,
      },
    });
  });

  test("a moment that is none loses no payment", async () => {
    for (const changed of [
      { dattrans: "31022026" },
      { heurtrans: "2531" },
      { dattrans: "", heurtrans: "" },
    ]) {
      expect(await lookUp(detail(changed))).toMatchObject({ ok: true, value: { outcome: "paid", at: null } });
    }
  });

  test("P5 is waiting, P1 is gone, in whichever field their text stands", async () => {
    const waiting = fault("P5", { descriptif: "Résultat de la transaction non connu." });
    expect(await lookUp(waiting, 500)).toEqual({ ok: true, value: { kind: "waiting" } });
    const gone = fault("P1", { libelle: "IdOp incorrect." });
    expect(await lookUp(gone, 500)).toEqual({ ok: true, value: { kind: "gone" } });
  });

  test.each(["TechDysfonctionnementErreur", "TechIndisponibiliteErreur", "TechProtocolaireErreur"])(
    "%s says nothing of the payment, for thirty minutes",
    async (name) => {
      const answer = await lookUp(fault("P1", { libelle: "Service indisponible" }, name), 500);
      expect(answer).toMatchObject({
        ok: false,
        refusal: { code: "unavailable", retryAfterMinutes: 30 },
      });
    },
  );

  test.each([
    ["an HTML page of a proxy", HTML_502, 502],
    ["the same, said to be well", HTML_502, 200],
    ["nothing", "", 200],
    ["XML cut short", detail().slice(0, -40), 200],
    ["XML cut inside the result", detail().slice(0, 420), 200],
    ["entities that multiply", BOMB, 200],
    ["an entity of a file", EXTERNAL_ENTITY, 200],
    ["nested beyond reason", "<a>".repeat(5000) + "</a>".repeat(5000), 200],
    ["longer than any answer", detail({ objet: "a".repeat(70_000) }), 200],
    ["the answer of another operation", returned("creerPaiementSecurise", { idOp: ID_OP }), 200],
    ["a detail with the status of a failure", detail(), 500],
    ["another operation's detail", detail({ idOp: "00000000-1cd4-11ea-8cca-0213ad91a103" }), 200],
    ["an outcome that nobody knows", detail({ resultrans: "Q" }), 200],
    ["an amount that is none", detail({ montant: "12,50" }), 200],
    ["a mode that nobody knows", detail({ saisie: "M" }), 200],
    ["a field twice", detail().replace("<montant>", "<montant>1</montant><montant>"), 200],
    ["a fault without detail", fault("", {}, "Inconnue"), 500],
  ])("%s: nothing is known", async (_name, body, status) => {
    expect(await lookUp(body, status)).toMatchObject({ ok: false, refusal: { code: "unavailable" } });
  });

  test("a redirect is not followed", async () => {
    service.answer = { status: 302, body: "", headers: { location: `${service.origin}/ailleurs` } };
    const before = service.received.length;
    expect(await gateway().lookUp(reference())).toMatchObject({ ok: false });
    expect(service.received.length).toBe(before + 1);
  });

  test("silence ends at the time-out, and a closed door at once", async () => {
    service.answer = "silence";
    expect(await gateway(50).lookUp(reference())).toMatchObject({
      ok: false,
      refusal: { code: "unavailable", reason: "PayFiP n’a pas répondu en 0.05 s." },
    });
    const closed = payfipGateway({ origin: "http://127.0.0.1:1", numcli: "090909", mode: "test" });
    expect(await closed.lookUp(reference())).toMatchObject({ ok: false, refusal: { code: "unavailable" } });
  });

  test("whatever is answered, the client answers with a value", async () => {
    await assert(
      asyncProperty(string({ unit: "grapheme", maxLength: 80 }), async (text) => {
        const cut = detail({ refdet: text });
        const answer = await lookUp(cut.slice(0, cut.length - (text.length % 40)));
        if (answer.ok && answer.value.kind === "ended") expect(answer.value.amount).toBe(1250);
      }),
      { numRuns: 60 },
    );
  });
});

describe("« Tester »", () => {
  test("tells under which names the service knows the authority", async () => {
    service.answer = {
      status: 200,
      body: returned("recupererDetailClient", {
        libelleN1: "CC EXEMPLE",
        libelleN2: "REGIE ENFANCE",
        libelleN3: "",
        numcli: "090909",
      }),
    };
    expect(await gateway().test()).toEqual({ ok: true, value: { names: ["CC EXEMPLE", "REGIE ENFANCE"] } });
    expect(service.received.at(-1)).toContain("<arg0><numCli>090909</numCli></arg0>");
  });

  test("a number that is not six digits is told without a call", async () => {
    const wrong = payfipGateway({ origin: service.origin, numcli: "9090", mode: "test" });
    expect(await wrong.test()).toMatchObject({ ok: false, refusal: { code: "refused", serviceCode: "T1" } });
  });
});
