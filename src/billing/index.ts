export type {
  ChargeKind,
  KeptFacts,
  Named,
  OwedCharge,
  OwedCharges,
  Payer,
  PayerOfMonth,
  UnpointedDay,
  Unpriced,
} from "./owed/owed-charges.ts";
