export {
  everyoneOf,
  mayAnywhere,
  mayAt,
  type Actor,
  type FamilyReach,
  type RightScope,
  type SignedIn,
  pastReach,
} from "./actor.ts";
export {
  agentEverywhere,
  agentWith,
  anyone,
  guardian,
  signedIn,
  type Access,
  type GuardianVisit,
  type SignedInVisit,
} from "./access-rules.ts";
export type { Authority, Brand, Visit } from "./visit.ts";
export type { Background, Erasable, Handler, NightJob } from "./background.ts";
export { identityNightJobs } from "./forget-old.ts";
export { identityRoutes } from "./routes.ts";
export { datedSettingRoutes } from "./pages/dated-setting/dated-setting.tsx";
export { signInAnswer } from "./pages/sign-in/sign-in-answer.ts";
export { authorityByHost, authorityById } from "./authorities/find-authority.ts";
export { listAuthorities } from "./authorities/directory.ts";
export {
  createAuthority,
  type CreatedAuthority,
  type NewAuthorityRefusal,
} from "./authorities/create-authority.ts";
export { addHost } from "./authorities/add-host.ts";
export { changeAuthoritySetting } from "./authorities/change-setting.ts";
export { setLogo, type LogoRefusal } from "./authorities/logo.ts";
export { originOf } from "./rules/host-name.ts";
export { closeAccount } from "./accounts/close-account.ts";
export { forgetAccount } from "./accounts/forget-account.ts";
export { createAccount } from "./accounts/create-account.ts";
export { choosePassword } from "./accounts/choose-password.ts";
export { renewChooseLink } from "./accounts/renew-link.ts";
export { markAgent } from "./accounts/mark-agent.ts";
export { hashPassword } from "./secrets/password-hash.ts";
export { newToken, readToken, tokenHash } from "./secrets/token.ts";
export { openSession } from "./sessions/open-session.ts";
export { seeSession } from "./sessions/see-session.ts";
