/** The password of every account of the demonstration: printed at the start and on the sign-in page. */
export const demonstrationPassword = "préau-demonstration";

/** The accounts of the demonstration, and who they show. */
export const demonstrationAccounts = [
  { email: "administration@exemple.fr", who: "administratrice de la collectivité" },
] as const;
