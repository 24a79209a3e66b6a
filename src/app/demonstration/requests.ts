import { randomUUID } from "node:crypto";

import { changeDisputeRule } from "#billing";
import { documentKinds, openVault, type VaultSettings } from "#documents";
import { sendDocument } from "#families";
import type { GuardianVisit, SignedIn } from "#identity";
import { parisDate, parseId, type Id } from "#kernel";
import { hashedId, printPdf, type IncomingFiles } from "#platform";
import {
  acceptRequest,
  agentAct,
  changeKind,
  decidedRequest,
  openKind,
  publishKind,
  saveAnswers,
  startRequest,
  submitRequest,
  writeReply,
  type ModelName,
} from "#requests";

import { mustBeDone, visitOf } from "./acting.ts";
import type { Story } from "./bookings.ts";

/** Who asks, and who answers. */
interface Asking {
  readonly administrator: SignedIn;
  readonly reception: SignedIn;
  readonly person: (email: string) => SignedIn;
  readonly vault: VaultSettings;
}

const DEPARTMENT = {
  department: "Service enfance-jeunesse",
  departmentAddress: "33 bis route du Crotoy, 80120 Rue",
  departmentEmail: "enfance@exemple.fr",
  departmentPhone: "0353018010",
};
const APPEAL =
  "Vous pouvez demander au président de la communauté de communes de revoir cette décision, ou saisir le tribunal administratif d’Amiens, dans les deux mois.";

/** What agents write often. */
const REPLIES: readonly { label: string; model: ModelName | null; body: string }[] = [
  {
    label: "Justificatif illisible",
    model: null,
    body: "Bonjour {nom},\nle document joint à votre demande {numero} ne se lit pas bien. Pouvez-vous le photographier à plat, en pleine lumière, et l’envoyer de nouveau ?\n{agent}, {service}, {telephone}",
  },
  {
    label: "Justificatif de plus de trois mois",
    model: "coordonnees",
    body: "Bonjour {nom},\nle justificatif de domicile doit avoir moins de trois mois : une facture d’eau, d’énergie ou de téléphone convient.\n{agent}",
  },
];

/** The kinds that the authority has published, and what silence means for each. */
const KINDS: Readonly<Record<ModelName, "accepted" | "refused">> = {
  coordonnees: "accepted",
  enfant: "accepted",
  adulte: "refused",
  personne: "refused",
  inscription: "refused",
  quotient: "refused",
  absence: "refused",
  pai: "refused",
  separation: "refused",
  attestation: "refused",
  cloture: "refused",
  question: "refused",
};

/** In the order of the page. */
const PUBLISHED = [
  "coordonnees",
  "enfant",
  "adulte",
  "personne",
  "inscription",
  "quotient",
  "absence",
  "pai",
  "separation",
  "attestation",
  "cloture",
  "question",
] as const satisfies readonly ModelName[];

/** Documents that families have sent, and requests at every stage: done as on the pages, weeks ago. */
export async function askOnLine(story: Story, asking: Asking): Promise<void> {
  for (const model of PUBLISHED) await publish(story, asking, model);
  await changeDisputeRule(visitOf(story, asking.administrator, story.opened), parisDate(story.opened), {
    ...DEPARTMENT,
    silence: "refused",
    silenceMonths: 2,
    expectedDays: 15,
    appeal: APPEAL,
  });
  const claire = familyOf(story, asking, "claire.lefebvre@exemple.fr");
  const karim = familyOf(story, asking, "karim.benali@exemple.fr");
  const sophie = familyOf(story, asking, "sophie.duhamel@exemple.fr");
  const julie = familyOf(story, asking, "julie.carpentier@exemple.fr");
  const thomas = familyOf(story, asking, "thomas.bernard@exemple.fr");
  const martine = (daysAgo: number) => visitOf(story, asking.reception, before(story, daysAgo));

  await send(asking, claire(200), "Justificatif de domicile", 20);
  await send(asking, claire(60), "Avis d’imposition", 300);
  await send(asking, karim(340), "Justificatif de domicile", 355);
  const proof = await send(asking, sophie(6), "Justificatif de domicile", 365);

  const answered = await ask(claire(30), "question", {
    sujet: "factures",
    question: "Ma facture d’octobre compte un repas le jour de la grève. Sera-t-il retiré ?",
    joindre: "non",
  });
  await mustBeDone(agentAct(martine(29), answered, { act: "take", formKey: newKey() }));
  await accept(martine(28), answered, "Oui : il est retiré de la facture de novembre, par un avoir.");

  await ask(sophie(5), "coordonnees", {
    quoi: "adresse",
    adresse: "2 rue des Tilleuls",
    "code-postal": "80150",
    commune: "Crécy-en-Ponthieu",
    depuis: parisDate(before(story, 10)).toString(),
    justificatif: proof,
  });

  await ask(thomas(4), "quotient", {
    quoi: "quotient",
    regime: "caf",
    situation: parisDate(before(story, 12)).toString(),
    valeur: "612.00",
    attestation: await send(asking, thomas(4), "Attestation de quotient familial", 300),
  });

  for (const { label, body, model } of REPLIES)
    await writeReply(martine(100), {
      replyId: hashedId("demonstration", "reply", label),
      kindId: model === null ? null : kindId(model),
      label,
      body,
    });

  // Two months ago, and nobody has answered: silence would soon do it.
  const late = await ask(julie(55), "coordonnees", {
    quoi: "contact",
    portable: "0639981177",
    email: "julie.carpentier@exemple.fr",
  });
  await mustBeDone(agentAct(martine(50), late, { act: "take", formKey: newKey() }));

  const incomplete = await ask(karim(9), "question", {
    sujet: "cantine",
    question: "Mon fils peut-il apporter son panier-repas ?",
    joindre: "non",
  });
  await mustBeDone(
    agentAct(martine(7), incomplete, {
      act: "ask",
      formKey: newKey(),
      said: "Dites-nous quels jours, et envoyez le document de l’école s’il y en a un.",
      replyBy: parisDate(story.now).add({ days: 10 }),
    }),
  );

  const refused = await ask(thomas(20), "question", {
    sujet: "autre",
    question: "Puis-je avoir les factures de la mère de ma fille ?",
    joindre: "non",
  });
  await mustBeDone(
    agentAct(martine(18), refused, {
      act: "refuse",
      formKey: newKey(),
      said: "Chaque foyer ne reçoit que ses propres factures : celles d’un autre foyer ne peuvent pas vous être données.",
      appeal: APPEAL,
    }),
  );

  await begin(claire(2), "coordonnees", { quoi: "contact" });
}

const kindId = (model: ModelName): Id<"request-kind"> => hashedId("demonstration", "request-kind", model);
const newKey = (): Id<"form"> => hashedId(randomUUID());

/** So many days ago, in the morning; the day the authority opened its espace where that was later. */
function before({ now, opened }: Story, days: number): Temporal.Instant {
  const at = now.subtract({ hours: 24 * days });
  return Temporal.Instant.compare(at, opened) < 0 ? opened : at;
}

/** Somebody of a family on his or her pages, so many days ago. */
function familyOf(story: Story, { person }: Asking, email: string): (daysAgo: number) => GuardianVisit {
  const actor = person(email);
  const { guardian } = actor;
  if (guardian === null) throw new Error(`${email} has no family`);
  return (daysAgo) => ({
    ...visitOf(story, actor, before(story, daysAgo)),
    actor: { ...actor, guardian },
  });
}

async function publish(story: Story, { administrator }: Asking, model: ModelName): Promise<void> {
  const visit = visitOf(story, administrator, story.opened);
  const id = kindId(model);
  await openKind(visit, id, model);
  await mustBeDone(
    changeKind(visit, id, (kind) => ({
      ...kind,
      ...DEPARTMENT,
      silence: KINDS[model],
      silenceMonths: 2,
      expectedDays: 15,
      appeal: APPEAL,
    })),
  );
  await mustBeDone(publishKind(visit, id));
}

async function begin(
  visit: GuardianVisit,
  model: ModelName,
  answers: Readonly<Record<string, string>>,
): Promise<Id<"request">> {
  const [householdId] = visit.actor.guardian.householdIds;
  if (householdId === undefined) throw new Error(`${visit.actor.name} has no household`);
  const begun = await startRequest(visit, { formKey: newKey(), kindId: kindId(model), householdId });
  if (!begun.ok) throw new Error(`The request was refused: ${begun.refusal.code}`);
  await mustBeDone(saveAnswers(visit, begun.value, answers));
  return begun.value;
}

async function ask(...asked: Parameters<typeof begin>): Promise<Id<"request">> {
  const requestId = await begin(...asked);
  await mustBeDone(submitRequest(asked[0], requestId));
  return requestId;
}

async function accept(
  visit: ReturnType<typeof visitOf>,
  requestId: Id<"request">,
  said: string,
): Promise<void> {
  const shown = await visit.database.read((reads) => decidedRequest(reads, visit, requestId));
  const seen = shown?.seen ?? "";
  await mustBeDone(acceptRequest(visit, requestId, { formKey: newKey(), seen, overConflicts: false, said }));
}

/** Sends a document of the household, which holds so many days from when it is sent; the version that was kept. */
async function send({ vault }: Asking, visit: GuardianVisit, label: string, days: number): Promise<string> {
  const { actor, database, now } = visit;
  const kind = (await database.read(documentKinds)).find((one) => one.label === label);
  const [householdId] = actor.guardian.householdIds;
  if (kind === undefined || householdId === undefined) throw new Error(`${label} cannot be sent`);
  const content = await printPdf({
    template: "src/app/demonstration/paper.typ",
    data: { title: label, name: actor.name },
    at: now,
  });
  const sent = await sendDocument(
    visit,
    {
      formKey: newKey(),
      householdId,
      subjectId: null,
      kindId: kind.kindId,
      validUntil: parisDate(now).add({ days }),
    },
    { vault: openVault(vault), reach: actor.guardian, files: oneFile(`${label}.pdf`, content) },
  );
  if (!sent.ok) throw new Error(`${label} was refused: ${sent.refusal.code}`);
  const version = await database.read((reads) =>
    reads.row<{ id: string }>(
      "demonstration_version",
      `select version_id as id from documents_version_card where document_id = $1 and current`,
      [sent.value],
    ),
  );
  return parseId<"document-version">(version?.id) ?? "";
}

/** A file as a form brings it. */
async function* oneFile(name: string, bytes: Uint8Array): IncomingFiles {
  async function* content(): AsyncGenerator<Uint8Array> {
    yield bytes;
  }
  yield { field: "fichier", name, content: content() };
}
