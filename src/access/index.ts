export { closeAccountOf } from "./close-account-of.ts";
export { agentsAmong, type KnownAgent } from "./agents-among.ts";
export { tellEmailChanged } from "./emails/tell-email-changed.ts";
export { grantRole } from "./grant-role.ts";
export { linkGuardian } from "./link-guardian.ts";
export { loadActor } from "./load-actor.ts";
