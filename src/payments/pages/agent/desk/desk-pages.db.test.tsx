import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import type { SignedIn } from "#identity";
import { newId } from "../../../../../test/builders/canteen.ts";
import { htmlOf } from "../../../../../test/builders/visit.tsx";
import { deskTown, type DeskTown } from "../../../../../test/payments/desk-town.ts";
import { deskPages, PAYER, RECEIPT, REGIE, text } from "../../../../../test/payments/desk-pages.ts";
import { ScriptedGateway } from "../../../../../test/payments/scripted-gateway.ts";
import { regieSettings } from "../../../desk/regie.ts";
import { paymentsHandlers } from "../../../handlers.ts";

let desk: DeskTown;
beforeAll(async () => {
  desk = await deskTown();
  await desk.town.database.write((writes) =>
    writes.run("test_search", "update guardian set search_key = lower(first_name || ' ' || last_name)"),
  );
}, 60_000);
afterAll(() => desk.town.close());

let now = Temporal.Instant.from("2026-12-03T09:00:00.123456789Z");
/** Each test a day later: the one before may be closed. */
beforeEach(() => {
  now = now.add({ hours: 24 });
});

const { ask, take, regie, payer } = deskPages(
  () => desk,
  () => now,
);

test("a payer is found by name, what is owed is shown, the payment verified, taken, printed, mailed, read by the family", async () => {
  const found = text(await ask("GET", REGIE, { params: regie(), query: { q: "lefebvre" } }));
  expect(found).toContain("Claire Lefebvre");
  expect(found).toContain("50,00 €");
  const form = text(await ask("GET", PAYER, { params: payer(), query: { moyen: "cesu" } }));
  expect(form).toContain("dont 20,00 € que ce moyen peut payer ici");
  const cle = newId<"payment">();
  const body = { cle, moyen: "cash", montant: "12,40", donne: "20" };
  const confirm = await ask("POST", `${PAYER}/verifier`, { params: payer(), body });
  expect(text(confirm)).toContain("À rendre : 7,60 €");
  expect(text(confirm)).toMatch(/F-2026-0*\d+ 12,40 €/);
  const taken = await ask("POST", PAYER, { params: payer(), body });
  expect(taken).toEqual({
    kind: "redirect",
    to: `/agent/regie/${desk.regie}/quittances/${cle}?fait=encaisse`,
    cookies: [],
  });
  const params = { ...regie(), payment: cle };
  expect(text(await ask("GET", RECEIPT, { params, query: { fait: "encaisse" } }))).toContain(
    "Rendez 7,60 €.",
  );
  expect(await ask("GET", `${RECEIPT}/quittance.pdf`, { params })).toMatchObject({
    kind: "file",
    name: "quittance-2026-000001.pdf",
    type: "application/pdf",
  });
  const handlers = paymentsHandlers(() => new ScriptedGateway(), new URL("https://espace.exemple.fr"));
  const { database, authority } = desk.town;
  for (const handle of [...(handlers["payments.taken"] ?? []), ...(handlers["payments.taken"] ?? [])])
    await handle({ database, authority, now }, { payment: cle });
  const mails = await database.read((reads) =>
    reads.rows<{ body: string }>("test_mail", "select body_text as body from outbox_message where key = $1", [
      `payments.taken:${cle}`,
    ]),
  );
  expect(mails).toHaveLength(1);
  expect(mails[0]?.body).toContain("quittance n° 2026-000001");
  const own = { params: { attempt: cle } };
  expect(text(await ask("GET", "/paiements/:attempt", own, desk.claire()))).toContain(
    "Quittance 2026-000001",
  );
  expect(await ask("GET", "/paiements/:attempt/recu.pdf", own, desk.claire())).toMatchObject({
    kind: "file",
  });
  for (const path of ["/paiements/:attempt", "/paiements/:attempt/recu.pdf"])
    expect(await ask("GET", path, own, desk.odile())).toEqual({ kind: "not-found" });
});

test("what does not fit comes back with what to write, and nothing is taken", async () => {
  for (const [changes, sentence] of [
    [{ montant: "douze" }, "Écrivez un montant en euros"],
    [{ donne: "10" }, "La somme donnée est plus petite"],
    [{ moyen: "cheque", donne: "" }, "Écrivez quelque chose ici"],
    [{ moyen: "cesu", montant: "45" }, "CESU : 20,00 € au plus"],
    [{ moyen: "ancv", montant: "1" }, "aucune des lignes choisies"],
    [{ facture: newId() }, "est réglée depuis"],
    [{ montant: "0" }, "entre 0,01 € et 99 999,99 €"],
  ] as const) {
    const { answer } = await take(changes);
    expect(text(answer)).toContain(sentence);
  }
  expect(text(await ask("GET", REGIE, { params: regie() }))).toContain("Rien n’a été encaissé aujourd’hui");
});

test("a mandataire takes and reads receipts, nothing more; who is not named sees no régie; the administrator reads", async () => {
  const { cle, answer } = await take({}, desk.martine);
  expect(answer).toMatchObject({ kind: "redirect" });
  const params = { ...regie(), payment: cle };
  expect(await ask("GET", RECEIPT, { params }, desk.martine)).toMatchObject({ kind: "page" });
  const holders = ["journal", "cloture", "versements", "versements/:means", "registres"];
  const asked = (path: string, actor: SignedIn) =>
    ask("GET", `${REGIE}/${path}`, { params: { ...regie(), means: "cash" } }, actor);
  for (const path of holders) expect(await asked(path, desk.martine)).toEqual({ kind: "not-found" });
  const body = { cle: newId(), raison: "Essai" };
  expect(await ask("POST", `${RECEIPT}/annuler`, { params, body }, desk.martine)).toEqual({
    kind: "not-found",
  });
  for (const actor of [desk.nobody, desk.claire()]) {
    expect(await ask("GET", REGIE, { params: regie() }, actor)).toEqual({ kind: "not-found" });
    expect(await ask("GET", PAYER, { params: payer() }, actor)).toEqual({ kind: "not-found" });
  }
  expect(text(await ask("GET", "/agent/regie", {}, desk.nobody))).toContain("Aucune régie ne vous nomme");
  expect(await ask("GET", "/agent/regie", {}, desk.martine)).toMatchObject({ kind: "redirect" });
  for (const path of ["journal", "versements", "registres"])
    expect(await asked(path, desk.helene)).toMatchObject({ kind: "page" });
  for (const path of ["cloture", "versements/:means"])
    expect(await asked(path, desk.helene)).toEqual({ kind: "not-found" });
  expect(await ask("GET", PAYER, { params: payer() }, desk.helene)).toEqual({ kind: "not-found" });
});

test("cancelled with a reason, cash deposited with its difference, the day closed, the registers exported", async () => {
  const { cle } = await take({ montant: "30", donne: "" });
  const params = { ...regie(), payment: cle };
  const cancel = (raison: string) =>
    ask("POST", `${RECEIPT}/annuler`, { params, body: { cle: newId(), raison, confirme: "1" } });
  expect(text(await cancel(" "))).toContain("Écrivez pourquoi");
  expect(await cancel("Mauvais compte")).toMatchObject({ kind: "redirect" });
  expect(text(await ask("GET", RECEIPT, { params }))).toContain("« Mauvais compte »");
  const refund = { cle: newId(), montant: "5", moyen: "cash", motif: "Trop" };
  expect(text(await ask("POST", `${RECEIPT}/rembourser`, { params, body: refund }))).toContain(
    "Cette quittance est annulée",
  );
  await take({
    moyen: "cheque",
    montant: "8",
    donne: "",
    tireur: "M. Petit",
    banque: "LBP",
    reference: "42",
  });

  const deposit = (body: object, means = "cash") =>
    ask("POST", `${REGIE}/versements/:means`, {
      params: { ...regie(), means },
      body: { cle: newId(), ...body },
    });
  expect(text(await deposit({ montant: "20", n1000: "1" }))).toContain("s’écarte de −10,00 €");
  expect(text(await deposit({ montant: "20", n1000: "un" }))).toContain("Écrivez un nombre entre 0 et 9999");
  const slip = await deposit({ montant: "20", n1000: "1", motif: "Un billet manque" });
  expect(slip).toMatchObject({ kind: "redirect" });
  if (slip.kind !== "redirect") throw new Error("no slip");
  const [, id] = /bordereaux\/([0-9a-f-]{36})/.exec(slip.to) ?? [];
  const ofSlip = { ...regie(), deposit: id };
  expect(text(await ask("GET", `${REGIE}/bordereaux/:deposit`, { params: ofSlip }))).toContain(
    "Billets de 10 €",
  );
  expect(await ask("GET", `${REGIE}/bordereaux/:deposit/bordereau.pdf`, { params: ofSlip })).toMatchObject({
    type: "application/pdf",
  });
  expect(text(await deposit({}, "cheque"))).toContain("Choisissez au moins un titre");
  const cheques = htmlOf(
    await ask("GET", `${REGIE}/versements/:means`, { params: { ...regie(), means: "cheque" } }),
  );
  const [, cheque] = /name="titre"[^>]*value="([0-9a-f-]{36})"/.exec(cheques) ?? [];
  expect(await deposit({ titre: cheque }, "cheque")).toMatchObject({ kind: "redirect" });

  const jour = now.toZonedDateTimeISO("Europe/Paris").toPlainDate().toString();
  const close = (body: object) =>
    ask("POST", `${REGIE}/cloture`, { params: regie(), body: { cle: newId(), jour, ...body } });
  const counted = { cash: "14,80", cheque: "", cesu: "", desk_card: "" };
  expect(text(await close({ ...counted, cash: "14" }))).toContain(
    "espèces : 0,80 € de moins. Recomptez, ou expliquez l’écart",
  );
  expect(text(await ask("GET", `${REGIE}/cloture`, { params: regie() }))).toContain("Le journal dit 14,80 €");
  // Read before it is final: what was counted, against what should be there.
  const short = text(await close({ ...counted, cash: "14,00", motif: "Une pièce manque" }));
  expect(short).toMatch(/Un déficit de caisse de 0,80\s€ sera inscrit au journal/);
  const tomorrow = Temporal.PlainDate.from(jour).add({ days: 1 }).toString();
  expect(await close({ ...counted, jour: tomorrow })).toMatchObject({ kind: "page", status: 422 });
  expect(text(await close(counted))).toMatch(/Espèces 14,80\s€ 14,80\s€ 0,00\s€/);
  expect(await close({ ...counted, confirme: "1" })).toMatchObject({ kind: "redirect" });
  const again = text(await ask("GET", `${REGIE}/cloture`, { params: regie(), query: { jour } }));
  expect(again).toContain("Les journées sont déjà closes jusqu’au");
  expect(again).not.toContain("Clôturer la journée");
  expect(text((await take()).answer)).toContain("La journée est close");
  // A closed day is told before anything is typed.
  const payerOfClosed = text(await ask("GET", PAYER, { params: payer() }));
  expect(payerOfClosed).toContain("La journée est close");
  expect(payerOfClosed).not.toContain("Montant, en euros");
  const journal = text(await ask("GET", `${REGIE}/journal`, { params: regie() }));
  expect(journal).toContain("Close par Nadia Roussel");
  expect(journal).toContain("Annulation de la quittance");
  const file = async (register: string) => {
    const answer = await ask("GET", `${REGIE}/registres/:register`, { params: { ...regie(), register } });
    return answer.kind === "file" ? String(answer.body) : answer.kind;
  };
  expect(await file("quittances.csv")).toMatch(/2026-000003;.*30,00.*annulée le/);
  expect(await file("journal.csv")).toContain("Versement");
  expect(await file("versements.csv")).toContain("Un billet manque");
  expect(await file("corrections.csv")).toContain("Mauvais compte");
  expect(await file("clotures.csv")).toContain("14,80");
  expect(await file("autre.csv")).toBe("not-found");
});

test("the act of a régie is written from a day on: who is named opens it, past days are kept", async () => {
  const today = now.toZonedDateTimeISO("Europe/Paris").toPlainDate();
  await desk.town.database.write((writes) =>
    writes.run(
      "test_agent_account",
      `insert into account (id, email, display_name, password_hash, created_at)
       values ($1, 'jean.rien@exemple.fr', 'Jean Rien', 'x', now())`,
      [desk.nobody.accountId],
    ),
  );
  await desk.town.database.write((writes) =>
    writes.run("test_agent_role", "insert into agent_role (account_id, role) values ($1, 'reception')", [
      desk.nobody.accountId,
    ]),
  );
  const form = await ask("GET", "/agent/regie/nouvelle", {}, desk.helene);
  expect(text(form)).toContain("Jean Rien");
  const body = {
    ...{
      cle: newId(),
      regie: newId<"regie">(),
      nom: "Régie Jeunesse",
      adresse: "5 place de l’Hôtel de Ville",
      ordre: "Régie Jeunesse du Ponthieu",
      des: today.toString(),
      du: "2026-09-01",
    },
    ...{
      moyen: ["cash", "cesu"],
      regisseur: desk.nobody.accountId,
      plafond: "500,00",
      delai: "15",
      age: "6",
    },
    [`cesu-${desk.care.activityId}`]: "toujours",
  };
  const save = (changes: object) =>
    ask("POST", "/agent/regie/nouvelle", { body: { ...body, ...changes } }, desk.helene);
  for (const [changes, sentence] of [
    [{ moyen: [] }, "au moins un moyen"],
    [{ regisseur: newId() }, "Choisissez le régisseur"],
    [{ plafond: "0" }, "entre 1,00 et 100000,00"],
    [{ delai: "0" }, "entre 1 et 90"],
    [{ des: today.subtract({ days: 1 }).toString() }, "aujourd’hui ou un jour à venir"],
  ] as const) {
    const refused = await save(changes);
    expect(refused).toMatchObject({ status: 422 });
    expect(text(refused)).toContain(sentence);
  }
  expect(await save({})).toMatchObject({ kind: "redirect" });
  const opened = await ask("GET", REGIE, { params: { regie: body.regie } }, desk.nobody);
  expect(text(opened)).toContain("Régie Jeunesse");
  const [written] = await desk.town.database.read((reads) => regieSettings(reads, body.regie));
  expect(written).toMatchObject({
    place: "5 place de l’Hôtel de Ville",
    hours: "",
    chequeOrder: "Régie Jeunesse du Ponthieu",
  });
  expect(await ask("GET", `${REGIE}/reglages`, { params: regie() }, desk.nadia)).toEqual({
    kind: "not-found",
  });
});
