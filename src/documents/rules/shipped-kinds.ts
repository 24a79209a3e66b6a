/** The kinds of document that Préau brings to an authority (db/migrations/0060), for a check that reads no database. */
export const SHIPPED_KINDS: readonly string[] = [
  "Justificatif de domicile",
  "Attestation de quotient familial",
  "Avis d’imposition",
  "Livret de famille ou acte de naissance",
  "Attestation d’assurance",
  "Vaccinations",
  "Projet d’accueil individualisé (PAI)",
  "Certificat médical",
  "Jugement sur l’autorité parentale ou la résidence",
  "Autre document",
];
