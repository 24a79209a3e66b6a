/** An authority as DGFiP registered it. */
export interface SimulatedClient {
  readonly numcli: string;
  readonly names: readonly [string, string, string];
  /** Whether its number was opened to the secured service. */
  readonly secured: boolean;
}

/** The number with which the demonstration pays. */
export const DEMONSTRATION_NUMCLI = "090909";

/** Those that the simulator knows; any other number is unknown to it (T2). */
export const SIMULATED_CLIENTS: readonly SimulatedClient[] = [
  {
    numcli: DEMONSTRATION_NUMCLI,
    names: ["COLLECTIVITE DE DEMONSTRATION", "REGIE ENFANCE", ""],
    secured: true,
  },
  { numcli: "090910", names: ["DEUXIEME COLLECTIVITE", "REGIE JEUNESSE", ""], secured: true },
  { numcli: "090911", names: ["COLLECTIVITE SANS ACCES", "", ""], secured: false },
];
