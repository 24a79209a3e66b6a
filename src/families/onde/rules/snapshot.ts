import type { Id } from "#kernel";
import { addressKey, type PostalAddress } from "./address-key.ts";
import { childKey, personKey } from "./people.ts";
import { groupBy } from "./single-children.ts";

/** Where a child goes to school, as the register says. */
export interface Schooling {
  readonly schoolName: string;
  readonly level: string;
  readonly className: string;
}

/** The cells that an agent corrected, each with what the register had said before. */
export type Corrected = ReadonlyMap<string, string>;

/** A child that the espace holds. */
export interface KnownChild {
  readonly id: Id<"participant">;
  readonly externalKey: string;
  readonly lastName: string;
  readonly usageName: string;
  readonly firstName: string;
  /** ISO date. */
  readonly birthDate: string;
  readonly households: readonly Id<"household">[];
  /** In the school year of the import. */
  readonly schooling?: Schooling | undefined;
  /** The school of the latest school year up to the import's; absent when none is known. */
  readonly latestSchool?: string | undefined;
  readonly corrected?: Corrected;
}

/** An adult that the espace holds. `lastName` is the usage name where there is one. */
export interface KnownGuardian {
  readonly id: Id<"guardian">;
  readonly externalKey: string;
  readonly civility: string;
  readonly lastName: string;
  readonly firstName: string;
  readonly email: string;
  readonly phoneHome: string;
  readonly phoneWork: string;
  readonly phoneMobile: string;
  readonly households: readonly Id<"household">[];
  /** Those that an agent took the adult out of. */
  readonly formerHouseholds?: readonly Id<"household">[];
  readonly corrected?: Corrected;
}

/** A household that the espace holds, with the colours its children have. */
export interface KnownHousehold extends PostalAddress {
  readonly id: Id<"household">;
  readonly externalKey: string;
  readonly label: string;
  readonly guardians: readonly Id<"guardian">[];
  readonly children: ReadonlyMap<Id<"participant">, number>;
  /** Adults and children whom an agent took out of it. */
  readonly left?: ReadonlySet<string>;
  readonly corrected?: Corrected;
}

/** What the espace holds when the plan is made. */
export interface Snapshot {
  readonly children: readonly KnownChild[];
  readonly guardians: readonly KnownGuardian[];
  readonly households: readonly KnownHousehold[];
}

/** The snapshot, ready to be searched. An external key is empty on a file made by hand. */
export interface Known {
  readonly snapshot: Snapshot;
  readonly childById: ReadonlyMap<string, KnownChild>;
  readonly childrenByIdentity: ReadonlyMap<string, readonly KnownChild[]>;
  readonly childrenByExternalKey: ReadonlyMap<string, readonly KnownChild[]>;
  readonly guardianById: ReadonlyMap<string, KnownGuardian>;
  readonly guardiansByName: ReadonlyMap<string, readonly KnownGuardian[]>;
  readonly guardianByExternalKey: ReadonlyMap<string, KnownGuardian>;
  readonly householdById: ReadonlyMap<string, KnownHousehold>;
  readonly householdByExternalKey: ReadonlyMap<string, KnownHousehold>;
  /** Normalised address of a household, empty when unknown. */
  readonly addressOf: (household: string) => string;
  /** The address that the register gave before an agent corrected it; that of `addressOf` elsewhere. */
  readonly registerAddressOf: (household: string) => string;
}

const byId = <T extends { readonly id: string }>(rows: readonly T[]): Map<string, T> =>
  new Map(rows.map((row) => [row.id, row]));

const byExternalKey = <T extends { readonly externalKey: string }>(rows: readonly T[]): Map<string, T> =>
  new Map(rows.filter((row) => row.externalKey !== "").map((row) => [row.externalKey, row]));

function beforeCorrection({ street, postcode, commune, corrected }: KnownHousehold): PostalAddress {
  return {
    street: corrected?.get("street") ?? street,
    postcode: corrected?.get("postcode") ?? postcode,
    commune: corrected?.get("commune") ?? commune,
  };
}

/** Indexes a snapshot. */
export function indexSnapshot(snapshot: Snapshot): Known {
  const addresses = new Map(
    snapshot.households.map((household) => [String(household.id), addressKey(household)]),
  );
  const registered = new Map(
    snapshot.households.map((household) => [String(household.id), addressKey(beforeCorrection(household))]),
  );
  return {
    snapshot,
    childById: byId(snapshot.children),
    childrenByIdentity: groupBy(snapshot.children, childKey),
    childrenByExternalKey: groupBy(snapshot.children, ({ externalKey }) => externalKey),
    guardianById: byId(snapshot.guardians),
    guardiansByName: groupBy(snapshot.guardians, personKey),
    guardianByExternalKey: byExternalKey(snapshot.guardians),
    householdById: byId(snapshot.households),
    householdByExternalKey: byExternalKey(snapshot.households),
    addressOf: (household) => addresses.get(household) ?? "",
    registerAddressOf: (household) => registered.get(household) ?? "",
  };
}
