/** Words of the messages about a declared quotient; they never say the amount. */
export const texts = {
  greeting: (names: string) => `Bonjour ${names},`,
  signature: (authority: string, phone: string) =>
    phone === "" ? authority : `${authority}\nUne question ? Appelez le ${phone}.`,
  subjects: {
    accepted: "Votre déclaration est acceptée",
    refused: "Votre déclaration n’a pas été acceptée",
    withdrawn: "Une information de votre dossier a été retirée",
  },
  accepted: (declaredOn: string, from: string) =>
    `Votre déclaration de quotient ou de ressources du ${declaredOn} est acceptée. Elle compte à partir du ${from}.`,
  refused: (declaredOn: string) =>
    `Votre déclaration de quotient ou de ressources du ${declaredOn} n’a pas été acceptée. Raison :`,
  withdrawn: (declaredOn: string) =>
    `Le quotient ou les ressources écrits le ${declaredOn} dans votre dossier sont retirés : ils ne comptent plus. Raison :`,
  again: "Vous pouvez faire une nouvelle déclaration sur l’espace, ou nous appeler.",
  see: "Voir mon quotient familial",
} as const;
