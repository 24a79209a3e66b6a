import type { Handler } from "#identity";

import { noContractPrices, type ContractPricing } from "../contracts/contract-price.ts";
import { tellAbsences } from "./absences/tell-absences.ts";
import { tellClassDay } from "./class-day/tell-class-day.ts";
import { tellWithdrawn } from "./class-day/tell-withdrawn.ts";
import { tellClosed } from "./closed/tell-closed.ts";
import { tellEarlier } from "./earlier/tell-earlier.ts";
import { tellEnrolments } from "./enrolled/tell-enrolments.ts";
import { tellExpired } from "./expired/tell-expired.ts";
import { tellOffered } from "./offered/tell-offered.ts";
import { tellMoved } from "./moved/tell-moved.ts";
import { tellReopened } from "./reopened/tell-reopened.ts";
import { tellSubmission } from "./submitted/tell-submission.ts";

/**
 * What bookings tell families by e-mail, by event.
 * @param publicUrl the origin of the default host, from PUBLIC_URL
 * @param pricing what contracts cost, told in the letter of one that is signed
 */
export function bookingsHandlers(
  publicUrl: URL,
  pricing: ContractPricing = noContractPrices,
): Readonly<Record<string, readonly Handler[]>> {
  return {
    "bookings.submitted": [tellSubmission(publicUrl, pricing)],
    "bookings.enrolmentsSaved": [tellEnrolments(publicUrl)],
    "bookings.absencesNoted": [tellAbsences(publicUrl)],
    "bookings.classDaySaid": [tellClassDay(publicUrl)],
    "bookings.classDayWithdrawn": [tellWithdrawn(publicUrl)],
    "bookings.closed": [tellClosed(publicUrl)],
    "bookings.deadlinesEarlier": [tellEarlier(publicUrl)],
    "bookings.moved": [tellMoved(publicUrl)],
    "bookings.reopened": [tellReopened(publicUrl)],
    "bookings.offered": [tellOffered(publicUrl)],
    "bookings.expired": [tellExpired(publicUrl)],
  };
}
