import type { Id } from "#kernel";
import type { Reads } from "#platform";

/** What the setting of a régie is chosen from. */
export interface SettingChoices {
  readonly agents: readonly { readonly id: Id<"account">; readonly name: string; readonly email: string }[];
  readonly sites: readonly { readonly id: Id<"site">; readonly name: string }[];
  readonly activities: readonly {
    readonly id: Id<"activity">;
    readonly name: string;
    readonly site: string;
  }[];
}

/** The agents who may be named, the sites and the activities of the authority. */
export async function settingChoices(reads: Reads): Promise<SettingChoices> {
  return {
    agents: await reads.rows(
      "payments_regie_agents",
      `select account_id as id, display_name as name, email from access_agent_card order by display_name, account_id`,
    ),
    sites: await reads.rows(
      "payments_regie_sites",
      `select distinct site_id as id, site_name as name from activities_unit_card order by site_name, site_id`,
    ),
    activities: await reads.rows(
      "payments_regie_activities",
      `select distinct activity_id as id, activity_name as name, site_name as site from activities_unit_card
       order by activity_name, site_name, activity_id`,
    ),
  };
}
