/** Words that a campaign adds to what an agent writes. */
export const texts = {
  mail: {
    greeting: (names: string) => `Bonjour ${names},`,
    signature: (authority: string, phone: string) =>
      phone === "" ? authority : `${authority}\nUne question ? Appelez le ${phone}.`,
    service:
      "Vous recevez ce message parce qu’un de vos enfants est concerné par ce service. Dans « Mes messages », vous choisissez l’e-mail ou le SMS.",
    why: "Vous recevez ce message parce que vous avez accepté les actualités.",
    stop: "Ne plus recevoir les actualités",
  },
  sms: { stop: (address: string) => `Arrêter : ${address}` },
} as const;
