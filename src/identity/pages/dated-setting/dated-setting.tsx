import { parisDate } from "#kernel";
import { page, redirect, route, type Correction, type Reads, type Route } from "#platform";
import type { ComponentChildren } from "preact";
import { z } from "zod";

import type { Access, SignedInVisit } from "../../access-rules.ts";
import type { Visit } from "../../visit.ts";
import { datedSettingPage, type DatedSettingWords } from "./dated-setting-page.tsx";

/** What stands in a field of the form. */
export type Typed<Name extends string> = (field: Name) => string;

/** What a page's own fields are drawn from. */
export interface DatedFields<Name extends string> {
  readonly typed: Typed<Name>;
  /** What is wrong with a field. */
  readonly correction: (field: Name) => string | undefined;
  readonly today: Temporal.PlainDate;
}

/** A setting of the authority that holds from a day on. */
export interface DatedSetting<Setting, Form extends { des: Temporal.PlainDate }, Name extends string> {
  readonly path: string;
  readonly access: Access<SignedInVisit>;
  /** The entry of the menu under which its page stands. */
  readonly section: string;
  readonly back: { readonly href: string; readonly label: string };
  readonly words: DatedSettingWords & {
    /** Said of a day that is over; without it any day may be written. */
    readonly past?: string;
  };
  /** The day from which it holds, `des`, and its fields. */
  readonly form: z.ZodType<Form>;
  readonly settingOf: (form: Form) => Setting;
  readonly typedOf: (setting: Setting) => Readonly<Record<Name, string>>;
  /** What the form shows at first: what holds today. Without it, nothing. */
  readonly current?: (reads: Reads, today: Temporal.PlainDate) => Promise<Setting>;
  readonly change: (visit: SignedInVisit, from: Temporal.PlainDate, setting: Setting) => Promise<void>;
  readonly fields: (fields: DatedFields<Name>) => ComponentChildren;
  /** What stands above the form or below it: what is known, what held when. */
  readonly above?: (reads: Reads) => Promise<ComponentChildren>;
  readonly below?: (reads: Reads) => Promise<ComponentChildren>;
}

interface Shown<Name extends string> {
  readonly saved?: boolean;
  readonly corrections?: readonly Correction[];
  readonly typed?: Typed<Name | "des">;
}

/**
 * The page of a setting that holds from a day on: what holds today in a form, kept from the day that the agent writes.
 * Days that are over keep theirs; a form that is refused comes back as it was typed.
 */
export function datedSettingRoutes<Setting, Form extends { des: Temporal.PlainDate }, Name extends string>(
  setting: DatedSetting<Setting, Form, Name>,
): readonly Route<Visit>[] {
  const { path, access, words } = setting;
  return [
    route({
      method: "GET",
      path,
      access,
      input: z.object({ query: z.object({ enregistre: z.literal("1").optional().catch(undefined) }) }),
      answer: (visit, { query }) => show(setting, visit, { saved: query.enregistre !== undefined }),
    }),
    route({
      method: "POST",
      path,
      access,
      input: z.object({ body: setting.form }),
      toCorrect: (visit, corrections, { body }) =>
        show(setting, visit, { corrections, typed: typedIn(body) }),
      async answer(visit, { body }) {
        const wanted = setting.settingOf(body);
        if (words.past !== undefined && Temporal.PlainDate.compare(body.des, parisDate(visit.now)) < 0) {
          const corrections = [{ field: "des", message: words.past }];
          return show(setting, visit, { corrections, typed: typedFrom(setting, wanted, body.des) });
        }
        await setting.change(visit, body.des, wanted);
        return redirect(`${path}?enregistre=1`);
      },
    }),
  ];
}

async function show<Setting, Form extends { des: Temporal.PlainDate }, Name extends string>(
  setting: DatedSetting<Setting, Form, Name>,
  { database, now }: SignedInVisit,
  { saved = false, corrections = [], typed }: Shown<Name>,
) {
  const today = parisDate(now);
  const [current, above, below] = await database.read(
    async (reads) =>
      [
        typed === undefined ? await setting.current?.(reads, today) : undefined,
        await setting.above?.(reads),
        await setting.below?.(reads),
      ] as const,
  );
  const shown = typed ?? typedFrom(setting, current, today);
  const correction = (field: string) => corrections.find((one) => one.field === field)?.message;
  const drawn = datedSettingPage({
    ...setting,
    saved,
    corrections,
    day: { typed: shown("des"), correction: correction("des") },
    ...(setting.words.past === undefined ? {} : { firstDay: today }),
    fields: setting.fields({ typed: shown, correction, today }),
    above,
    below,
  });
  return page(drawn, corrections.length > 0 ? 422 : 200);
}

const sent = z.record(z.string(), z.unknown()).catch({});

/** A form as it was sent, whatever it was; what is no text is nothing. */
function typedIn(body: unknown): Typed<string> {
  const fields = sent.parse(body);
  return (field) => z.string().max(200).catch("").parse(fields[field]);
}

/** The form of a setting that holds from a day on; without a setting, an empty one. */
function typedFrom<Setting, Form extends { des: Temporal.PlainDate }, Name extends string>(
  { typedOf }: DatedSetting<Setting, Form, Name>,
  setting: Setting | undefined,
  from: Temporal.PlainDate,
): Typed<Name | "des"> {
  const fields: Readonly<Record<string, string>> = setting === undefined ? {} : typedOf(setting);
  return (field) => (field === "des" ? from.toString() : (fields[field] ?? ""));
}
