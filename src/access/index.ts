export { grantRole } from "./grant-role.ts";
export { linkGuardian } from "./link-guardian.ts";
export { loadActor } from "./load-actor.ts";
