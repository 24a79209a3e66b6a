/** What our own checks say before anything is sent, under the code that the service would give. */
export const texts = {
  numcli: "Le numéro de client PayFiP a six chiffres : recopiez celui que la DGFiP vous a donné.",
  email: "PayFiP envoie son reçu à une adresse de 6 à 80 caractères, comme prenom.nom@exemple.fr.",
  refdet: "La référence du paiement compte 6 à 30 lettres ou chiffres, sans espace ni tiret.",
  tooSmall: "PayFiP ne prend pas de paiement de moins de 1 €.",
  tooLarge: "PayFiP ne prend pas de paiement de 100 000 € ou plus.",
  notifyUrl: "L’adresse de notification commence par http:// ou https:// et compte 250 caractères au plus.",
  returnUrl: "L’adresse de retour commence par http:// ou https:// et compte 250 caractères au plus.",
  timedOut: (ms: number) => `PayFiP n’a pas répondu en ${ms / 1000} s.`,
  unreachable: (why: string) => `PayFiP n’est pas joignable (${why}).`,
  tooLong: "La réponse de PayFiP est trop longue pour être lue.",
  notXml: (status: number) => `PayFiP a répondu autre chose que du XML (HTTP ${status}).`,
  doctype: "La réponse de PayFiP contient une définition de type ou d’entité : elle n’est pas lue.",
  otherDocument: (status: number) =>
    `La réponse de PayFiP n’est pas celle qui était attendue (HTTP ${status}).`,
  technical: (name: string, text: string) => `PayFiP signale un incident technique (${name} : ${text}).`,
  noIdOp: "PayFiP a répondu sans numéro d’opération.",
  otherIdOp: "PayFiP a répondu pour une autre opération que celle qui était demandée.",
  incomplete: (field: string) => `Le résultat donné par PayFiP ne peut pas être lu : ${field}.`,
} as const;
