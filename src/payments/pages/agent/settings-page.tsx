import type { Result } from "#kernel";
import {
  BackLink,
  Button,
  Checkbox,
  DataTable,
  ErrorSummary,
  FormToken,
  Notice,
  Radios,
  TextField,
  type Correction,
  type Page,
} from "#platform";

import type { GatewayFault } from "../../gateway/gateway.ts";
import type { KeptSetting } from "../../settings/setting.ts";
import { texts as activation } from "./activation-texts.fr.ts";
import { texts } from "./texts.fr.ts";

const words = texts.settings;
const MODES = ["test", "activation", "production"] as const;

/** What was typed, whatever it was. */
export interface TypedSetting {
  readonly origine: string;
  readonly numero: string;
  readonly mode: string;
  readonly ouvert: string;
  readonly partie: string;
  readonly active: string;
}

interface SettingsView {
  readonly formKey: string;
  readonly typed: TypedSetting;
  readonly written: readonly KeptSetting[];
  readonly corrections: readonly Correction[];
  readonly saved: boolean;
  readonly tested: Result<{ readonly names: readonly string[] }, GatewayFault> | null;
}

/** Through which service families pay, and what held when. */
export function settingsPage(view: SettingsView): Page {
  const { written, corrections, saved, tested } = view;
  return {
    title: words.title,
    section: "payments",
    dense: true,
    toCorrect: corrections.length > 0,
    before: <BackLink href="/agent/paiements" label={words.back} />,
    flash: (
      <>
        {saved && (
          <Notice tone="success" announce>
            <p>{words.saved}</p>
          </Notice>
        )}
        {tested !== null && <Tested tested={tested} />}
        <ErrorSummary items={corrections} />
      </>
    ),
    main: (
      <>
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
        <Notice>
          <p>{words.role}</p>
        </Notice>
        <p>
          <a href="/agent/paiements/reglages/activation">{activation.link}</a>
        </p>
        <SettingForm {...view} />
        {written.length > 0 && (
          <>
            <form method="post" action="/agent/paiements/reglages/tester">
              <FormToken />
              <p>{words.testLead}</p>
              <Button variant="secondary">{words.test}</Button>
            </form>
            <History written={written} />
          </>
        )}
      </>
    ),
  };
}

function Tested({ tested }: { tested: NonNullable<SettingsView["tested"]> }) {
  if (tested.ok)
    return (
      <Notice tone="success" announce>
        <p>{words.names(tested.value.names)}</p>
      </Notice>
    );
  const { refusal } = tested;
  return (
    <Notice tone="warning" announce>
      <p>
        {refusal.code === "refused"
          ? words.refused(refusal.serviceCode, refusal.text)
          : words.unavailable(refusal.reason)}
      </p>
    </Notice>
  );
}

function SettingForm({ formKey, typed, corrections }: SettingsView) {
  const correction = (field: string) => corrections.find((one) => one.field === field)?.message;
  return (
    <form method="post" action="/agent/paiements/reglages">
      <FormToken />
      <input type="hidden" name="cle" value={formKey} />
      <Checkbox name="ouvert" value="1" label={words.opened} checked={typed.ouvert === "1"} />
      <TextField
        name="origine"
        label={words.origin}
        hint={words.originHint}
        value={typed.origine}
        correction={correction("origine")}
      />
      <TextField
        name="numero"
        label={words.account}
        hint={words.accountHint}
        value={typed.numero}
        inputmode="numeric"
        width="short"
        correction={correction("numero")}
      />
      <Radios
        name="mode"
        legend={words.mode}
        value={typed.mode}
        options={MODES.map((value) => ({ value, label: words.modes[value] }))}
        correction={correction("mode")}
      />
      <Checkbox
        name="active"
        value="1"
        label={words.declared}
        hint={words.declaredHint}
        checked={typed.active === "1"}
      />
      <Checkbox name="partie" value="1" label={words.part} checked={typed.partie === "1"} />
      <Button>{words.submit}</Button>
    </form>
  );
}

function History({ written }: Pick<SettingsView, "written">) {
  return (
    <>
      <h2>{words.history}</h2>
      <DataTable
        caption={words.history}
        captionHidden
        columns={[
          { header: words.columns.at, rowHeader: true, cell: ({ at }) => texts.moment(at) },
          { header: words.columns.opened, cell: ({ opened }) => (opened ? words.yes : words.no) },
          { header: words.columns.origin, cell: ({ origin }) => origin },
          { header: words.columns.account, cell: ({ account }) => account },
          { header: words.columns.mode, cell: ({ mode }) => words.modes[mode] },
          { header: words.columns.by, cell: ({ by }) => by },
        ]}
        rows={written}
      />
    </>
  );
}
