import type { Logger } from "pino";

import { tellEmailChanged } from "#access";
import { noteBilledMonth } from "#attendance";
import { billingHandlers, contractEstimate, forgetPrint, lowBalanceJob, monthOwed } from "#billing";
import { alertJob, bookingsHandlers, expirePlacesJob, followCalendar, followOffer } from "#bookings";
import { forgetMadeJob, openVault, scanWaiting, sweepJob } from "#documents";
import { endingDocumentsJob, tellContactChanged, tellInfected } from "#families";
import { identityNightJobs, type Handler, type NightJob } from "#identity";
import { mailOffice, smsGateway, smtpTransport } from "#messaging";
import { eraseOldJob, makeExport } from "#privacy";
import { absencesJob, paymentsHandlers, pollJob, settling } from "#payments";
import { tellSettled } from "#pricing";
import { campaignJob, sendFirstWave } from "#publications";
import { decideBatch, expireDraftsJob, forgetAnswersJob, placeRequestsJob, tellMoved } from "#requests";
import { morningJob } from "#watchdog";

import { gatewayOf } from "./gateway-of.ts";
import { rightsOf } from "./roles.ts";
import type { Settings } from "./settings.ts";

/** What runs by itself: the handlers of every event, and the jobs of the night. */
export interface BackgroundWork {
  handlers: Readonly<Record<string, readonly Handler[]>>;
  jobs: readonly NightJob[];
  /** Closes what the work keeps open (connections to the mail server). */
  close(): void;
}

/** Every subscription and every periodic job; the only place that lists them all. */
export function backgroundWork(settings: Settings, log: Logger): BackgroundWork {
  if (settings.smtpUrl === null && !settings.demonstration) {
    log.warn("no SMTP_URL: messages wait in the outbox until there is one");
  }
  const transport = settings.smtpUrl === null ? null : smtpTransport(settings.smtpUrl);
  const gateway = settings.sms === null ? null : smsGateway(settings.sms);
  const office = mailOffice({ transport, gateway, from: settings.mailFrom, log });
  const morning = morningJob({ publicUrl: settings.publicUrl, rightsOf });
  const vault = openVault(settings.vault);
  const billing = billingHandlers(monthOwed, settings.publicUrl, settling);
  return {
    handlers: {
      ...bookingsHandlers(settings.publicUrl, contractEstimate),
      "pricing.quotientSettled": [tellSettled(settings.publicUrl)],
      ...billing,
      ...paymentsHandlers(gatewayOf, settings.publicUrl),
      "billing.issued": [...(billing["billing.issued"] ?? []), noteBilledMonth],
      "messaging.written": [office.onWritten],
      "activities.calendarChanged": [followCalendar],
      "activities.offerChanged": [followOffer],
      "families.emailChanged": [tellEmailChanged],
      "families.ownContactChanged": [tellContactChanged],
      "documents.waitsForScan": [scanWaiting(vault)],
      "requests.moved": [tellMoved(settings.publicUrl)],
      "requests.chosenTogether": [decideBatch(rightsOf)],
      "privacy.exportAsked": [makeExport(vault, settings.publicUrl)],
      "publications.campaignDue": [sendFirstWave(settings.publicUrl)],
      "documents.infected": [tellInfected(settings.publicUrl)],
    },
    jobs: [
      ...identityNightJobs,
      forgetPrint,
      forgetMadeJob,
      eraseOldJob,
      sweepJob(vault),
      endingDocumentsJob(settings.publicUrl),
      expireDraftsJob,
      forgetAnswersJob,
      placeRequestsJob,
      alertJob(settings.publicUrl),
      expirePlacesJob,
      lowBalanceJob(settings.publicUrl),
      morning,
      pollJob(gatewayOf),
      absencesJob,
      campaignJob(settings.publicUrl),
      office.retry,
    ],
    close: () => transport?.close(),
  };
}
