import { documentsOf, readVersion, type DocumentVersion, type Vault } from "#documents";
import { healthRecordOf, isWithinReach, ownHouseholds, personsDeclaredBy, reachedChildren } from "#families";
import type { Background } from "#identity";
import type { Reads } from "#platform";
import { ownRequestsSaid } from "#requests";

import { accountTables } from "./account-tables.ts";
import type { OwnData } from "./whose-data.ts";
import { texts } from "./texts.fr.ts";
import type { ArchivedFile } from "./zip-file.ts";

/**
 * @rule Ce que contient la copie de ses données
 *
 * Ce que l’espace garde de l’adulte qui la demande : ses coordonnées, ses foyers, les enfants sur lesquels il a autorité,
 * leur fiche sanitaire, les personnes autorisées, les inscriptions, les réservations, ses factures et son compte, ce que
 * le foyer a déclaré de ses revenus, ses démarches, et les documents du foyer qu’il peut ouvrir. Des autres adultes, le
 * nom seulement : ni adresse d’un autre foyer, ni téléphone, ni e-mail, ni compte, ni démarche. Aucun mot de passe ni
 * secret. C’est lu au moment où la copie est faite : qui a quitté un foyer entre-temps n’en reçoit plus rien.
 *
 * Each file as it is read: one at a time is held.
 */
export async function* ownData(
  vault: Vault,
  background: Background,
  own: OwnData,
): AsyncGenerator<ArchivedFile> {
  const { database } = background;
  yield { name: texts.files.readme, content: texts.readme };
  for (const { name, read } of JSON_FILES) {
    const content = await database.read((reads) => read(reads, own));
    yield { name, content: `${JSON.stringify(content, undefined, 2)}\n` };
  }
  for (const { name, read } of accountTables)
    yield { name, content: await database.read((reads) => read(reads, own)) };
  const documents = await database.read((reads) => documentsOf(reads, own.reach.householdIds));
  for (const version of documents.filter((one) => isWithinReach(own.reach, one))) {
    const content = await readVersion(vault, background, version);
    if (content !== undefined) yield { name: nameOf(version), content };
  }
}

/** « documents/Justificatif de domicile (2f6a1c0d) - facture.pdf »: two of one name stay two. */
const nameOf = ({ kindLabel, versionId, name }: DocumentVersion): string =>
  `documents/${plain(kindLabel)} (${versionId.slice(0, 8)}) - ${plain(name)}`;

/** No folder is opened by a name that somebody wrote. */
const plain = (text: string): string => text.replaceAll(/[/\\:]/g, "-").replaceAll("..", "-");

interface JsonFile {
  readonly name: string;
  readonly read: (reads: Reads, own: OwnData) => Promise<unknown>;
}

const JSON_FILES: readonly JsonFile[] = [
  { name: texts.files.self, read: self },
  { name: texts.files.households, read: households },
  { name: texts.files.children, read: children },
  { name: texts.files.persons, read: persons },
  { name: texts.files.requests, read: (reads, { guardianId }) => ownRequestsSaid(reads, guardianId) },
];

async function self(reads: Reads, { guardianId }: OwnData): Promise<unknown> {
  const row = await reads.row(
    "privacy_self",
    `select g.civility as "civilité", g.first_name as "prénom", g.last_name as nom, g.email as "e-mail",
            g.phone_mobile as portable, g.phone_home as domicile, g.phone_work as travail
     from families_guardian_card g where g.guardian_id = $1 limit 1`,
    [guardianId],
  );
  return row ?? {};
}

/** Addresses of one's own households; of the other adults, names. */
async function households(reads: Reads, { guardianId, reach }: OwnData): Promise<unknown> {
  const homes = await ownHouseholds(reads, reach.householdIds);
  return homes.map(({ label, address, adults }) => ({
    foyer: label,
    adresse: address,
    adultes: adults.map((adult) => (adult.guardianId === guardianId ? `${adult.name} (vous)` : adult.name)),
  }));
}

async function children(reads: Reads, { reach }: OwnData): Promise<unknown> {
  const found = [];
  for (const { participantId, firstName, lastName, birthDate } of await reachedChildren(reads, reach)) {
    const schooling = await reads.rows(
      "privacy_schooling",
      `select school_year as "année", school_name as "école", level as niveau, class_name as classe
       from families_schooling where participant_id = $1 order by school_year`,
      [participantId],
    );
    const { updatedAt, ...health } = await healthRecordOf(reads, participantId);
    found.push({
      prénom: firstName,
      nom: lastName,
      "né le": birthDate,
      scolarité: schooling,
      "fiche sanitaire":
        updatedAt === null
          ? null
          : {
              allergies: health.allergies,
              régime: health.diet,
              PAI: health.hasPai,
              "PAI jusqu’au": health.paiUntil,
              "consignes du PAI": health.paiInstructions,
              médecin: health.doctorName,
              "téléphone du médecin": health.doctorPhone,
              notes: health.notes,
            },
    });
  }
  return found;
}

async function persons(reads: Reads, { reach }: OwnData): Promise<unknown> {
  const declared = await personsDeclaredBy(reads, reach);
  return declared.map(({ firstName, lastName, relation, phone, kind, firstDay, lastDay }) => ({
    personne: `${firstName} ${lastName}`,
    lien: relation,
    téléphone: phone,
    autorisée: kind === "authorised",
    du: firstDay,
    au: lastDay,
  }));
}
