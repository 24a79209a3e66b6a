/** Words of the agents' pages of consents. */
export const texts = {
  ofFamily: {
    title: "Messages et accords",
    back: "Le dossier",
    reached: "Comment chaque adulte est joint",
    columns: { adult: "Adulte", email: "E-mail", phone: "Portable", service: "Service", news: "Actualités" },
    proved: "confirmé",
    notProved: "pas confirmé",
    none: "inconnu",
    ways: { mail: "e-mail", sms: "SMS", both: "e-mail et SMS", none: "non" },
    said: "Ce qui a été accordé, refusé, retiré",
    nothing: "Aucun adulte de ce foyer n’a encore rien dit.",
    saidColumns: { adult: "Adulte", about: "Sujet", said: "Réponse", version: "Texte", at: "Le", by: "Par" },
    photosRule:
      "Pour les photos, l’accord de chaque parent compte : sans les deux, aucune image n’est prise.",
  },
  wordings: {
    title: "Accords demandés aux familles",
    lead: "Ce à quoi les familles disent oui ou non dans « Mes messages et mes accords ». Chaque texte est gardé version par version, avec qui a accepté laquelle.",
    counts: { holding: "Accords en vigueur", refused: "Refusés ou retirés", older: "À redemander" },
    written: (number: number, at: string, by: string) => `Version ${number}, écrite le ${at} par ${by}`,
    change: "Changer ce texte",
    label: "Titre",
    body: "Texte",
    asks: "Redemander leur accord à ceux qui l’ont donné",
    asksHint: "À laisser coché si le sens change ; une faute corrigée ne le demande pas.",
    save: "Enregistrer une nouvelle version",
    noLabel: "Écrivez un titre.",
    noBody: "Écrivez à quoi la famille dit oui.",
    saved: "La nouvelle version est gardée.",
    changed: "Un collègue a changé ce texte pendant que vous écriviez : relisez-le, puis enregistrez.",
  },
} as const;
