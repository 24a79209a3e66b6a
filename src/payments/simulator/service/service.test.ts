import { XMLValidator } from "fast-xml-parser";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { type Simulator, openSimulator } from "../open-simulator.ts";
import { NAMESPACE } from "./namespace.ts";

let simulator: Simulator;
beforeAll(async () => {
  const clock = () => Temporal.Instant.from("2026-11-02T08:00:00Z");
  simulator = await openSimulator({ port: 0, clock, stateFile: null });
});
afterAll(async () => simulator[Symbol.asyncDispose]());

const address = () => `${simulator.origin}/tpa/services/securite`;

const ask = async (body: string, head = "") => {
  const answer = await fetch(address(), {
    method: "POST",
    headers: { "content-type": "text/xml; charset=utf-8", soapaction: '""' },
    body: `${head}<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"><soapenv:Body>${body}</soapenv:Body></soapenv:Envelope>`,
  });
  return { status: answer.status, text: await answer.text() };
};

const GOOD = {
  exer: "2026",
  mel: "claire@exemple.fr",
  montant: "1250",
  numcli: "090909",
  objet: "Cantine",
  refdet: "REFDET0001",
  saisie: "T",
  urlnotif: "https://exemple.fr/n",
  urlredirect: "https://exemple.fr/r",
};

const create = async (changed: Readonly<Record<string, string>>) => {
  const fields = Object.entries({ ...GOOD, ...changed }).map(
    ([name, value]) => `<${name}>${value}</${name}>`,
  );
  return ask(
    `<s:creerPaiementSecurise xmlns:s="${NAMESPACE}"><arg0>${fields.join("")}</arg0></s:creerPaiementSecurise>`,
  );
};

const codeOf = (text: string) => /<code>(.*?)<\/code>/.exec(text)?.[1];

describe("checks, the first one that fails being told", () => {
  test.each([
    ["S1", { saisie: "M", numcli: "1" }],
    ["T1", { numcli: "1", mel: "" }],
    ["T2", { numcli: "123456", mel: "" }],
    ["T4", { numcli: "090911", mel: "" }],
    ["A1", { mel: "", refdet: "A" }],
    ["A2", { mel: "claire", montant: "9990000001" }],
    ["R3", { refdet: "ABCD", montant: "1" }],
    ["M1", { montant: "12,50", urlnotif: "" }],
    ["M3", { montant: "99", urlnotif: "" }],
    ["M5", { montant: "9990000001", urlnotif: "" }],
    ["N1", { urlnotif: "ftp://exemple.fr", urlredirect: "" }],
    ["D1", { urlredirect: "" }],
    ["O1", { objet: "Été" }],
  ])("%s", async (code, changed) => {
    const { status, text } = await create(changed);
    expect(status).toBe(500);
    expect(text).toContain("<S:Fault>");
    expect(text).toContain(
      "<faultstring>fr.gouv.finances.cp.tpa.webservice.exceptions.FonctionnelleErreur</faultstring>",
    );
    expect(text).toContain("<severite>2</severite>");
    expect(codeOf(text)).toBe(code);
  });
});

describe("names", () => {
  const detail = async (argument: string, attributes = "") =>
    ask(
      `<s:recupererDetailPaiementSecurise xmlns:s="${NAMESPACE}"${attributes}>${argument}</s:recupererDetailPaiementSecurise>`,
    );
  const made = async () => /<idOp>(.*?)<\/idOp>/.exec((await create({})).text)?.[1] ?? "";

  test("« idop » is not « idOp »: P1 even for a number just given", async () => {
    const idOp = await made();
    expect(idOp).toHaveLength(36);
    expect(codeOf((await detail(`<arg0><idOp>${idOp}</idOp></arg0>`)).text)).toBe("P5");
    expect(codeOf((await detail(`<arg0><idop>${idOp}</idop></arg0>`)).text)).toBe("P1");
  });

  test("a field in the namespace of the service is another field", async () => {
    const idOp = await made();
    expect(codeOf((await detail(`<arg0><s:idOp>${idOp}</s:idOp></arg0>`)).text)).toBe("P1");
    const inherited = await ask(
      `<recupererDetailPaiementSecurise xmlns="${NAMESPACE}"><arg0><idOp>${idOp}</idOp></arg0></recupererDetailPaiementSecurise>`,
    );
    expect(codeOf(inherited.text)).toBe("P1");
  });

  test("what is no call, or defines entities, is a fault of the protocol", async () => {
    for (const answer of [
      await ask(""),
      await ask("<recupererDetailClient/>"),
      await ask(`<s:autre xmlns:s="${NAMESPACE}"/>`),
      await ask("", '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>'),
    ]) {
      expect(answer.status).toBe(500);
      expect(answer.text).toContain("TechProtocolaireErreur");
    }
  });
});

test("the description and its three schemas are XML, and qualify no field", async () => {
  for (const query of ["wsdl", "xsd=1", "xsd=2", "xsd=3"]) {
    const answer = await fetch(`${address()}?${query}`);
    const text = await answer.text();
    expect(XMLValidator.validate(text)).toBe(true);
    expect(text).not.toContain("elementFormDefault");
  }
  expect((await fetch(`${address()}?xsd=4`)).status).toBe(404);
  expect(await (await fetch(`${address()}?xsd=2`)).text()).toMatch(
    /exer.*mel.*montant.*numcli.*objet.*refdet.*saisie.*urlnotif.*urlredirect/,
  );
});
