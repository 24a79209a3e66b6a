export { grantRole } from "./grant-role.ts";
export { linkGuardian, type LinkRefusal } from "./link-guardian.ts";
export { loadActor } from "./load-actor.ts";
export { mayReachHousehold, reachableHouseholds } from "./policy.ts";
