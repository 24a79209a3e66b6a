import type { Logger } from "pino";

import { tellEmailChanged } from "#access";
import { billingHandlers, monthOwed } from "#billing";
import { alertJob, bookingsHandlers, expirePlacesJob, followCalendar, followOffer } from "#bookings";
import { identityNightJobs, type Handler, type NightJob } from "#identity";
import { mailOffice, smtpTransport } from "#messaging";
import { tellSettled } from "#pricing";

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
  const office = mailOffice({ transport, from: settings.mailFrom, log });
  return {
    handlers: {
      ...bookingsHandlers(settings.publicUrl),
      "pricing.quotientSettled": [tellSettled(settings.publicUrl)],
      ...billingHandlers(monthOwed, settings.publicUrl),
      "messaging.written": [office.onWritten],
      "activities.calendarChanged": [followCalendar],
      "activities.offerChanged": [followOffer],
      "families.emailChanged": [tellEmailChanged],
    },
    jobs: [...identityNightJobs, alertJob(settings.publicUrl), expirePlacesJob, office.retry],
    close: () => transport?.close(),
  };
}
