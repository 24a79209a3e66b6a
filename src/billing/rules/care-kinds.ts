/**
 * @rule Ce qui est de la garde, ligne par ligne
 *
 * Une prestation, un forfait ou sa régularisation ; ni ce qu’une absence coûte, ni une majoration, ni un supplément, ni des
 * frais de dossier. La même règle dit ce qu’un CESU peut payer au guichet et ce que compte l’attestation fiscale.
 *
 * Exemple : 20,00 € d’accueil du soir et 5,00 € pour une absence non prévenue : 20,00 € de garde.
 */
export const CARE_KINDS: readonly string[] = ["unit", "contract", "regularisation"];
