import { parisDate } from "#kernel";
import { Button, DateField, Details, FormToken, Radios, TextField } from "#platform";

import { mayBe, type CampaignState } from "../../rules/campaign-state.ts";
import type { CampaignView } from "./campaign-view.ts";
import { texts } from "./texts.fr.ts";

const words = texts.acts;

/** What may be done of a campaign that was launched, where it stands. */
export function Steering({ address, state }: { address: string; state: CampaignState }) {
  return (
    <>
      {mayBe("unschedule", state) && <Act address={address} act="annuler" label={words.unschedule} />}
      {mayBe("stop", state) && <Act address={address} act="arreter" label={words.stop} />}
      {mayBe("resume", state) && <Act address={address} act="reprendre" label={words.resume} />}
      {mayBe("give-up", state) && (
        <Details summary={words.giveUpTitle}>
          <p>{words.giveUpLead}</p>
          <Act address={address} act="abandonner" label={words.giveUp} warning />
        </Details>
      )}
    </>
  );
}

function Act(props: { address: string; act: string; label: string; warning?: boolean }) {
  return (
    <form method="post" action={`${props.address}/conduire`}>
      <FormToken />
      <input type="hidden" name="acte" value={props.act} />
      <Button variant={props.warning === true ? "warning" : "secondary"}>{props.label}</Button>
    </form>
  );
}

/** Leads to the page that says whom it reaches before anything leaves. */
export function Launch({ view, address }: { view: CampaignView; address: string }) {
  const { own, now, typed, corrections = [] } = view;
  const correction = (field: string) => corrections.find((one) => one.field === field)?.message;
  return (
    <form method="post" action={`${address}/envoyer`}>
      <FormToken />
      <input type="hidden" name="version" value={String(own.version)} />
      <h2>{words.title}</h2>
      <Radios
        name="quand"
        legend={words.when}
        value={typed?.quand ?? "maintenant"}
        options={[
          { value: "maintenant", label: words.now },
          { value: "plus-tard", label: words.later },
        ]}
        correction={correction("quand")}
      />
      <DateField
        name="jour"
        label={words.day}
        value={typed?.jour ?? ""}
        min={parisDate(now).toString()}
        correction={correction("jour")}
        optional
      />
      <TextField
        name="heure"
        label={words.time}
        hint={words.timeHint}
        value={typed?.heure ?? ""}
        width="short"
        maxLength={8}
        correction={correction("heure")}
        optional
      />
      <Button>{words.check}</Button>
    </form>
  );
}

/** Sends it to the agent alone. */
export function TryOnOneself({ view }: { view: CampaignView }) {
  const { own, email, key, corrections = [] } = view;
  const correction = corrections.find(({ field }) => field === "portable")?.message;
  return (
    <Details summary={texts.test.title} open={correction !== undefined}>
      <p>{texts.test.lead(email)}</p>
      <form method="post" action={`/agent/campagnes/${own.campaignId}/essai`}>
        <FormToken />
        <input type="hidden" name="cle" value={key} />
        {own.sms !== "" && (
          <TextField
            name="portable"
            type="tel"
            label={texts.test.phone}
            width="medium"
            maxLength={20}
            correction={correction}
            optional
          />
        )}
        <Button variant="secondary">{texts.test.submit}</Button>
      </form>
    </Details>
  );
}
