/** Words of the messages about documents; they never say anything of somebody's health. */
export const texts = {
  greeting: (names: string) => `Bonjour ${names},`,
  signature: (authority: string, phone: string) =>
    phone === "" ? authority : `${authority}\nUne question ? Appelez le ${phone}.`,
  see: "Voir mes documents",
  ending: {
    subject: "Un document à renouveler",
    until: (day: string) => `Ne seront plus valables après le ${day} :`,
    health: "Un document de santé",
    todo: "Prenez le nouveau document en photo et envoyez-le depuis votre espace : « Remplacer ».",
  },
  infected: {
    subject: "Un fichier que vous avez envoyé n’a pas été gardé",
    sentence:
      "L’antivirus a trouvé un programme dangereux dans un fichier que vous avez envoyé : il a été supprimé. Faites vérifier l’appareil d’où il vient, puis envoyez une photo du document.",
  },
} as const;
