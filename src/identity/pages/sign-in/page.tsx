import { page, type Answer } from "#platform";

import { secureAddress } from "../../rules/secure-address.ts";
import type { Visit } from "../../visit.ts";
import type { IdentityPages } from "../settings.ts";
import { texts } from "./texts.fr.ts";
import { SignIn, type SignInView } from "./view.tsx";

/** The sign-in page of this visit; `shown` is what differs from a first look at it. After a sign-out the browser keeps nothing of the person. */
export function signInPage(
  visit: Visit,
  demonstration: IdentityPages["demonstration"] | null,
  shown: Partial<SignInView> & { readonly signedOut?: boolean } = {},
  status = 200,
): Answer {
  const view: SignInView = {
    email: "",
    corrections: [],
    goTo: undefined,
    carried: undefined,
    notice: undefined,
    secureAddress: secureAddress(visit.origin),
    contact: visit.authority.brand.contact,
    demonstration: visit.authority.demonstration ? demonstration : null,
    ...shown,
  };
  const toCorrect = view.corrections.length > 0;
  const islands = shown.signedOut ? ["forget.js"] : [];
  return page({ title: texts.title, main: <SignIn {...view} />, toCorrect, islands }, status);
}
