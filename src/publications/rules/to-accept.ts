/**
 * @rule Le règlement à accepter de nouveau
 *
 * Chaque adulte accepte la version qu’il a lue ; on garde laquelle, quand et par quel compte. Quand le règlement change,
 * l’agent dit si les familles doivent l’accepter de nouveau : une faute de frappe corrigée ne le demande pas.
 * Exemple : la version 1, acceptée le 3 septembre, change d’horaires le 5 janvier : la version 2 est à accepter. La version
 * 3 corrige une adresse : qui a accepté la 2 n’a rien à faire.
 *
 * Whether an adult has still to accept.
 * @param asked the last version that asks for it; null where none does
 * @param accepted the last version that this adult accepted; null for none
 */
export function isToAccept(asked: number | null, accepted: number | null): boolean {
  return asked !== null && (accepted === null || accepted < asked);
}
