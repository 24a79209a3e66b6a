export { besidesPlaces } from "./owed/besides-places.ts";
export { contractEstimate } from "./owed/contract-estimate.ts";
export { monthOwed } from "./owed/month-owed.ts";
export { familyBalances, type Due, type PayerBalance } from "./account/family-balances.ts";
export { debtsOf } from "./account/debts-of.ts";
export { accountReach, accountsOf, isWithin, type AccountReach } from "./account/reach.ts";
export { advanceRuleOn, type AdvanceRule } from "./advances/advance-rule.ts";
export {
  balanceAlerts,
  keepBalanceAlert,
  startBalanceAlert,
  type BalanceAlert,
} from "./advances/balance-alert.ts";
export { lowBalanceJob } from "./emails/tell-low-balance.ts";
export { settledAtFirst } from "./account/settled-at-first.ts";
export { lockAccount, postEntry, postReversal } from "./account/post-entry.ts";
export type { PayDesk, PayWays, Settling, UnderWay } from "./account/settling.ts";
export {
  balanceOn,
  wholeBalance,
  openInvoices,
  settledBySource,
  type OpenInvoice,
  type Settlement,
} from "./account/standing.ts";
export { CARE_KINDS } from "./rules/care-kinds.ts";
export { careKey, type Admits } from "./rules/care-paid.ts";
export { invoiceNumber, type InvoiceNumber } from "./rules/invoice-number.ts";
export { changeDisputeRule } from "./disputes/dispute-rule.ts";
export { waitingDisputes, type WaitingDispute } from "./disputes/read-disputes.ts";
export { DisputesTable } from "./pages/agent/disputes/disputes-table.tsx";
export { mayWrite as mayAnswerDisputes } from "./policy.ts";
export { mayReadBilling } from "./policy.ts";
export { chooseDelivery } from "./delivery/delivery.ts";
export { draftRun } from "./run/draft-run.ts";
export { issueRun } from "./run/issue-run.ts";
export { odditiesOfKind } from "./run/read-oddities.ts";
export { acceptUnpointed, leaveOut } from "./run/settle-run.ts";
export { startRun } from "./run/start-run.ts";
export { billingHandlers } from "./handlers.ts";
export { forgetPrint } from "./paper/forget-print.ts";
export type { OwedCharge, OwedCharges, UnpointedDay, Unpriced } from "./owed/owed-charges.ts";
export { billingAgentRoutes } from "./pages/agent/routes.ts";
export { billingFamilyRoutes } from "./pages/family/routes.ts";
export type { Payer, PayerOfMonth } from "./rules/owed.ts";
