/** What the composition root tells the pages of identity. */
export interface IdentityPages {
  /** Shown on the sign-in page of a demonstration, where their password is no secret. */
  demonstration: {
    password: string;
    accounts: readonly { email: string; who: string }[];
  };
  /** The paths of every route that takes a form, as the router writes them; asked when a form comes. */
  postPaths(): readonly string[];
}
