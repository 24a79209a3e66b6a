export { closeAccountOf } from "./close-account-of.ts";
export { agentsAmong, type KnownAgent } from "./agents-among.ts";
export { tellEmailChanged } from "./emails/tell-email-changed.ts";
export { forgetAccountsOf } from "./forget-account-of.ts";
export { grantRole } from "./grant-role.ts";
export { linkGuardian } from "./link-guardian.ts";
export { reachOf } from "./reach-of.ts";
export { loadActor } from "./load-actor.ts";
