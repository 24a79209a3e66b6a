/** Words of the e-mail that tells an adult that his or her e-mail address changed. */
export const texts = {
  subject: "Votre adresse électronique a changé",
  greeting: (name: string) => `Bonjour ${name},`,
  changed: {
    agent: (after: string) =>
      `Un agent a changé l’adresse électronique de votre dossier : les courriels sur vos enfants vont maintenant à ${after}.`,
    self: (after: string) =>
      `Vous avez confirmé votre nouvelle adresse électronique : les courriels sur vos enfants vont maintenant à ${after}.`,
  },
  removed: {
    agent:
      "Un agent a retiré cette adresse de votre dossier : les courriels sur vos enfants n’y arriveront plus.",
    self: "Vous avez donné une autre adresse depuis votre espace : les courriels sur vos enfants n’arriveront plus à celle-ci.",
  },
  signIn: "L’adresse avec laquelle vous vous connectez ne change pas.",
  notYou: "Si vous n’avez rien demandé, prévenez-nous.",
  signature: (authority: string, phone: string) =>
    phone === "" ? authority : `${authority}\nUne question ? Appelez le ${phone}.`,
} as const;
