/** Words of the pages of the rule set. */
export const texts = {
  title: "Règlement",
  back: "Revenir à l’offre",
  lead: "Tout ce que la collectivité propose, en un fichier : lieux, services, saisons, délais, ouvertures, inscriptions, places, prix, pénalités, absences, alertes.",
  download: "Télécharger le règlement d’aujourd’hui (YAML)",
  fileName: (day: string) => `reglement-${day}.yaml`,
  help: "Le fichier se lit et s’écrit avec un éditeur de texte. Chaque clé est expliquée dans docs/ruleset.md.",
  form: {
    title: "Reprendre un règlement",
    text: "Le fichier",
    textHint: "Collez le texte entier. Rien n’est enregistré avant la page suivante.",
    from: "À partir du",
    fromHint: "Les séances d’avant ce jour gardent leurs règles.",
    check: "Voir ce que cela changerait",
  },
  toCorrect: {
    empty: "Collez le texte du règlement.",
    noDay: "Choisissez le jour à partir duquel il vaut.",
    past: "Choisissez aujourd’hui ou un jour à venir : ce qui est passé ne change plus.",
  },
  check: {
    title: "Ce que ce règlement changerait",
    refused:
      "Ce règlement ne peut pas être repris : rien n’a changé. Corrigez ces lignes dans le texte plus bas.",
    refusals: "Lignes à corriger",
    warnings: "À regarder avant d’enregistrer",
    line: "Ligne",
    written: "Ce qui est écrit",
    why: "Ce qu’il faut savoir",
    nothingDone: "Rien n’est encore fait.",
    nothing: "Rien ne changerait : tout est déjà ainsi.",
    save: "Enregistrer ce règlement",
  },
  saved: { title: "Le règlement est enregistré.", sentence: "Les séances à venir suivent." },
  versions: {
    caption: "Règlements repris",
    from: "Vaut à partir du",
    at: "Enregistré le",
    by: "Par",
    file: "Fichier",
    download: "Télécharger",
  },
} as const;
