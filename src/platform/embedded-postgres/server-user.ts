import { readFileSync } from "node:fs";
import { userInfo } from "node:os";

import { ok, type Result } from "#kernel";

import { refused, type EmbeddedRefusal } from "./refusal.ts";
import { texts } from "./texts.fr.ts";

/** An account of the system under which PostgreSQL runs. */
export interface ServerUser {
  uid: number;
  gid: number;
}

/** The accounts that root lends to PostgreSQL, by preference. */
const UNPRIVILEGED = ["postgres", "nobody"];

/**
 * Under which account the server must run: null means our own. PostgreSQL refuses root, so root chooses the
 * owner of an existing cluster, else `postgres`, else `nobody`. initdb looks its account up in /etc/passwd and
 * stops when it is not there, in a container given a bare number for instance.
 * @param owner uid that owns the cluster's folder, when there is one
 */
export function serverUser(owner: number | undefined): Result<ServerUser | null, EmbeddedRefusal> {
  const ownUid = process.getuid?.();
  if (ownUid === undefined) return ok(null);
  if (ownUid !== 0) return hasAccount() ? ok(null) : refused("no-user", texts.noAccount(ownUid));

  const accounts = readAccounts();
  const wanted = [
    accounts.find((account) => account.uid === owner && owner !== 0),
    ...UNPRIVILEGED.map((name) => accounts.find((account) => account.name === name)),
  ];
  const found = wanted.find((account) => account !== undefined);
  return found === undefined
    ? refused("no-user", texts.noServerUser)
    : ok({ uid: found.uid, gid: found.gid });
}

function hasAccount(): boolean {
  try {
    userInfo();
    return true;
  } catch {
    return false;
  }
}

function readAccounts(): { name: string; uid: number; gid: number }[] {
  return readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"))
    .flatMap(([name, , uid, gid]) =>
      name === undefined || uid === undefined || gid === undefined
        ? []
        : [{ name, uid: Number(uid), gid: Number(gid) }],
    );
}
