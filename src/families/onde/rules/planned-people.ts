import type { FileChild, FileGuardian } from "./people.ts";
import type { PlannedChild, PlannedGuardian } from "./plan.ts";
import { plannedRecord } from "./planned-record.ts";
import type { KnownChild, KnownGuardian } from "./snapshot.ts";

/** A child beside the known one. The school's name is not in the file: the agent who imports gives it. */
export function plannedChild(
  child: FileChild,
  known: KnownChild | undefined,
  schoolName: string,
): PlannedChild {
  const { lastName, usageName, firstName, birthDate, level, className } = child;
  const wanted = { lastName, usageName, firstName, birthDate, schoolName, level, className };
  const schooling = known?.schooling ?? { schoolName: "", level: "", className: "" };
  return plannedRecord(
    { key: child.key, lines: [child.line], values: wanted },
    known && {
      id: known.id,
      corrected: known.corrected ?? new Map(),
      values: {
        lastName: known.lastName,
        usageName: known.usageName,
        firstName: known.firstName,
        birthDate: known.birthDate,
        ...schooling,
      },
    },
  );
}

const digits = (phone: string): string => phone.replace(/(?!^\+)\D/g, "");

/** An adult beside the known one; the name kept is the usage name where there is one. */
export function plannedGuardian(guardian: FileGuardian, known: KnownGuardian | undefined): PlannedGuardian {
  const { civility, lastName, usageName, firstName, email, phoneHome, phoneWork, phoneMobile } =
    guardian.facts;
  const wanted = {
    civility,
    lastName: usageName || lastName,
    firstName,
    email,
    phoneHome,
    phoneWork,
    phoneMobile,
  };
  return plannedRecord(
    { key: guardian.key, lines: guardian.lines, values: wanted },
    known && {
      id: known.id,
      corrected: known.corrected ?? new Map(),
      values: {
        civility: known.civility,
        lastName: known.lastName,
        firstName: known.firstName,
        email: known.email,
        phoneHome: known.phoneHome,
        phoneWork: known.phoneWork,
        phoneMobile: known.phoneMobile,
      },
    },
    (field, before, after) =>
      field === "email"
        ? before.toLowerCase() === after
        : field.startsWith("phone") && digits(before) === digits(after),
  );
}
