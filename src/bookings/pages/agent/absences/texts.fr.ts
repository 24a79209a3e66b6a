/** Words of the page on which an agent notes an absence for a family. */
export const texts = {
  title: (label: string) => `Noter une absence, famille ${label}`,
  back: "Revenir au dossier",
  lead:
    "Cochez ce qui n’aura pas lieu. Le lieu d’accueil le voit tout de suite sur sa liste, et la famille reçoit un " +
    "e-mail avec votre nom.",
  further: (last: string) => `Après le ${last}, les jours s’annulent `,
  planning: "au planning de la famille",
  otherSites: "Seuls les jours des lieux dont vous vous occupez sont ici.",
  nothing: "Les jours plus lointains s’annulent au planning de la famille.",
  send: "Noter l’absence",
  check: {
    title: (label: string) => `Vérifier : noter une absence, famille ${label}`,
    bring: "Dites à la famille de le garder : elle l’envoie depuis son espace, ou l’apporte à l’accueil.",
    leave: "Ne rien noter",
  },
  kept:
    "La place reste réservée, puisque le délai d’annulation est passé. La famille garde le certificat médical ou le " +
    "justificatif : il sera demandé pour la facturation.",
  history: "L’absence se lit dans l’historique du dossier.",
  days: {
    child: "Enfant",
    everyone: "Tous les enfants",
    first: "Absent du",
    last: "Au",
    tick: "Cocher ces jours",
  },
} as const;
