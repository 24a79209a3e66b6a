import type { Visit } from "#identity";
import type { Route } from "#platform";

import { contactPageRoute } from "./contact-page.tsx";
import { emailRoutes } from "./email-routes.tsx";
import { linkRoutes } from "./link-routes.tsx";
import { phoneRoutes } from "./phone-routes.tsx";

/** What these pages stand on. */
export interface ContactSettings {
  /** The origin of the default host, from PUBLIC_URL. */
  readonly publicUrl: URL;
  /** Whether text messages leave, or are kept to be read: otherwise no code would arrive. */
  readonly texting: boolean;
}

/** An adult changes his or her own e-mail address and mobile number. */
export const contactRoutes = ({ publicUrl, texting }: ContactSettings): readonly Route<Visit>[] => [
  contactPageRoute(texting),
  ...emailRoutes(publicUrl),
  ...phoneRoutes(texting),
  ...linkRoutes,
];
