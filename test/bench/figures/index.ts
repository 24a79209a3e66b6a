import type { Bench } from "../figure.ts";
import { batchVsRaw } from "./batch-vs-raw.ts";
import { billingLarge, billingTenThousand } from "./billing-month.ts";
import { billingPage } from "./billing-page.ts";
import { bookingVsRaw } from "./booking-vs-raw.ts";
import { campaign } from "./campaign.ts";
import { deadlineRule } from "./deadline-rule.ts";
import { documentsLost } from "./documents-lost.ts";
import { firstVisit } from "./first-visit.ts";
import { freedPlaces } from "./freed-places.ts";
import { hotSlot } from "./hot-slot.ts";
import { inboxPage } from "./inbox-page.ts";
import { invoicePdf } from "./invoice-pdf.ts";
import { balanceFigure } from "./balance.ts";
import { notificationFigures } from "./notification.ts";
import { paymentsKilled } from "./killed-payments.ts";
import { lostAcknowledged } from "./lost-acknowledged.ts";
import { monthSubmission } from "./month-submission.ts";
import { openingDay } from "./opening-day.ts";
import { overbookedPlaces } from "./overbooked-places.ts";
import { paymentStories } from "./payment-stories.ts";
import { planningPage } from "./planning-page.ts";
import { priceFigure } from "./price.ts";
import { reconcile } from "./reconcile.ts";
import { requestSubmit } from "./request-submit.ts";
import { restMb } from "./rest-mb.ts";
import { slotsGenerate } from "./slots-generate.ts";
import { startMs } from "./start-ms.ts";
import { uploadMemory } from "./upload-memory.ts";
import { yearPattern } from "./year-pattern.ts";

/** Every measurement, in the order of the issue. */
export const benches: readonly Bench[] = [
  planningPage,
  firstVisit,
  bookingVsRaw,
  monthSubmission,
  overbookedPlaces,
  lostAcknowledged,
  batchVsRaw,
  startMs,
  restMb,
  openingDay,
  freedPlaces,
  hotSlot,
  yearPattern,
  slotsGenerate,
  deadlineRule,
  priceFigure,
  billingTenThousand,
  billingLarge,
  billingPage,
  invoicePdf,
  paymentsKilled,
  paymentStories,
  notificationFigures,
  balanceFigure,
  reconcile,
  requestSubmit,
  inboxPage,
  uploadMemory,
  campaign,
  documentsLost,
];
