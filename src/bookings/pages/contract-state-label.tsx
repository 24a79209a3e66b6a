import { StateLabel } from "#platform";

import { contractStateWords, type ContractState } from "../rules/contract/contract-state.ts";

const TONES = { "no-day": "closed", over: "closed", "to-come": "waiting", running: "on" } as const;

/** Where a contract stands, on the agent's screen and on the family's. */
export function ContractStateLabel({ state }: { state: ContractState }) {
  return <StateLabel tone={TONES[state]} word={contractStateWords[state]} />;
}
