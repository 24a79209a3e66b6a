import { seeSession, readToken, tokenHash, type Actor } from "#identity";
import type { Id } from "#kernel";
import type { Reads, SchemaDatabase } from "#platform";

import { rightsOfRoles, type RoleAtSite } from "./rules/rights-of-roles.ts";

const visitor: Actor = { kind: "visitor" };

/**
 * Who is acting: whoever the session's cookie belongs to, with households and rights as they are now; a
 * visitor without a session, and once it has ended. One statement, since every page begins with it; a second
 * one writes every few minutes that the session is in use.
 * @param rightsOf the rights of a role, as `app/` lists them
 */
export async function loadActor(
  database: SchemaDatabase,
  from: {
    sessionToken: string | null;
    now: Temporal.Instant;
    rightsOf: (role: string) => readonly string[];
  },
): Promise<Actor> {
  const { now } = from;
  const token = readToken(from.sessionToken ?? undefined);
  if (token === null) return visitor;
  const row = await database.read((reads) => readActor(reads, token, now));
  if (row === undefined) return visitor;
  await seeSession(database, { token, lastSeenAt: row.last_seen_at, now });
  return {
    kind: "signed-in",
    accountId: row.account_id,
    name: row.display_name,
    email: row.email,
    guardian:
      row.guardian_id === null
        ? null
        : {
            id: row.guardian_id,
            householdIds: row.households,
            withheldIds: [...new Set([...row.withheld, ...row.departed])],
            leftIds: row.departed.filter((id) => !row.withheld.includes(id)),
          },
    rights: rightsOfRoles(row.roles, from.rightsOf),
  };
}

interface ActorRow {
  account_id: Id<"account">;
  display_name: string;
  email: string;
  last_seen_at: Temporal.Instant;
  guardian_id: Id<"guardian"> | null;
  households: Id<"household">[];
  withheld: Id<"participant">[];
  departed: Id<"participant">[];
  roles: RoleAtSite[];
}

function readActor(reads: Reads, token: string, now: Temporal.Instant): Promise<ActorRow | undefined> {
  return reads.row<ActorRow>(
    "actor",
    `select session.account_id, session.display_name, session.email, session.last_seen_at, ag.guardian_id,
            array(select card.household_id from families_guardian_card card
                  where card.guardian_id = ag.guardian_id order by card.household_id) as households,
            array(select participant_id from families_withheld_authority withheld
                  where withheld.guardian_id = ag.guardian_id) as withheld,
            array(select card.participant_id from families_guardian_card home
                  join families_participant_card card using (household_id)
                  where home.guardian_id = ag.guardian_id
                  group by card.participant_id having bool_and(card.left_on is not null)) as departed,
            (select coalesce(jsonb_agg(jsonb_build_object('role', role, 'site', site_id)), '[]')
             from agent_role where agent_role.account_id = session.account_id) as roles
     from identity_session session
     left join account_guardian ag on ag.account_id = session.account_id
     where session.token_hash = $1 and session.expires_at > $2 and session.idle_until > $2`,
    [tokenHash(token), now.toString()],
  );
}
