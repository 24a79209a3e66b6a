export { mayAnywhere, mayAt, type Actor, type RightScope, type SignedIn, type Visitor } from "./actor.ts";
export {
  agentWith,
  anyone,
  guardian,
  signedIn,
  type Access,
  type GuardianVisit,
  type SignedInVisit,
} from "./access-rules.ts";
export type { Authority, Brand, Visit } from "./visit.ts";
export type { Background, Handler, NightJob } from "./background.ts";
