import type { Authority } from "#identity";
import type { Correction } from "#platform";

import type { OwnCampaign } from "../../campaigns/campaign.ts";
import type { Progress, Reached, Unreached } from "../../campaigns/reached.ts";
import type { texts } from "./texts.fr.ts";

/** What the page of one campaign is drawn from. */
export interface CampaignView {
  readonly own: OwnCampaign;
  readonly authority: Authority;
  readonly publicUrl: URL;
  /** Where a test is sent. */
  readonly email: string;
  readonly key: string;
  /** Undefined once its recipients are known: then the progress says it. */
  readonly reached: Reached | undefined;
  readonly unreached: readonly Unreached[];
  readonly progress: readonly Progress[];
  readonly now: Temporal.Instant;
  readonly done: keyof typeof texts.done | undefined;
  readonly typed?: { readonly quand: string; readonly jour: string; readonly heure: string };
  readonly corrections?: readonly Correction[];
}
