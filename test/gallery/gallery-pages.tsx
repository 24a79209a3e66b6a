import {
  BackLink,
  Breadcrumb,
  Button,
  ButtonLink,
  Card,
  ChangeBar,
  ChangeList,
  Checkbox,
  ChildBadge,
  childColour,
  DateField,
  DayGrid,
  Details,
  EmptyState,
  ErrorSummary,
  Fieldset,
  MonthNavigation,
  Notice,
  PasswordField,
  Radios,
  Receipt,
  Select,
  StateLabel,
  SummaryList,
  TextArea,
  TextField,
} from "#platform";
import { children, fakeRows, fakeWeeks } from "./fake-planning.ts";
import { framed } from "./gallery-frame.tsx";

/** The planning of three children for one month. */
export function planningPage(units: readonly string[] = ["Repas"], themed = false): string {
  const rows = fakeRows(units);
  return framed({
    title: "Planning",
    themed,
    before: <Breadcrumb links={[{ href: "/", label: "Accueil" }]} />,
    children: (
      <>
        <h1>Planning de novembre</h1>
        <p class="lead">
          Cochez les repas à réserver, décochez ceux à annuler : rien n’est enregistré avant que vous
          confirmiez.
        </p>
        <MonthNavigation
          previous={{ href: "/planning?mois=2026-10", label: "Octobre" }}
          current="Novembre 2026"
          next={{ href: "/planning?mois=2026-12", label: "Décembre" }}
        />
        <form method="post" action="/planning">
          <DayGrid
            rows={rows}
            weeks={fakeWeeks(rows)}
            words={{ added: "À réserver", removed: "À annuler" }}
          />
          <ChangeBar
            words={{
              none: "Aucun changement",
              addedOne: "{n} repas ajouté",
              added: "{n} repas ajoutés",
              removedOne: "{n} repas annulé",
              removed: "{n} repas annulés",
              askedOne: "{n} demande sur liste d’attente",
              asked: "{n} demandes sur liste d’attente",
              leftOne: "{n} demande retirée",
              left: "{n} demandes retirées",
              cost: "environ {euros}",
              costUnknown: "coût à établir",
            }}
            button={<Button>Vérifier mes changements</Button>}
          >
            Vous verrez vos changements avant de les enregistrer.
          </ChangeBar>
        </form>
      </>
    ),
  });
}

/** Every form component, sent back with things to correct. */
export function formPage(): string {
  return framed({
    title: "Vos coordonnées",
    before: <BackLink href="/" label="Retour à l’accueil" />,
    flash: (
      <ErrorSummary
        items={[
          { field: "email", message: "Écrivez une adresse comme prenom.nom@exemple.fr." },
          { field: "jour", message: "Choisissez un jour à partir du lundi 16 novembre." },
        ]}
      />
    ),
    children: (
      <form method="post" action="/" novalidate>
        <h1>Vos coordonnées</h1>
        <TextField
          name="email"
          label="Adresse électronique"
          type="email"
          value="claire.moreau@"
          hint="Les reçus y sont envoyés."
          correction="Écrivez une adresse comme prenom.nom@exemple.fr."
        />
        <PasswordField name="secret" label="Mot de passe" autocomplete="current-password" />
        <DateField
          name="jour"
          label="À partir du"
          value="2026-11-12"
          correction="Choisissez un jour à partir du lundi 16 novembre."
        />
        <TextField name="postal" label="Code postal" inputmode="numeric" width="short" optional />
        <Select
          name="ecole"
          label="École"
          value="rue"
          options={[
            { value: "rue", label: "École du Marquenterre, Rue" },
            { value: "crecy", label: "École de la Forêt, Crécy-en-Ponthieu" },
          ]}
        />
        <Radios
          name="canal"
          legend="Comment vous prévenir ?"
          value="mail"
          options={[
            { value: "mail", label: "Par courriel", hint: "claire.moreau@exemple.fr" },
            { value: "sms", label: "Par texto" },
          ]}
        />
        <Fieldset id="jours" legend="Jours de chaque semaine" hint="Jusqu’aux vacances de Noël.">
          {["Lundi", "Mardi", "Jeudi", "Vendredi"].map((day, index) => (
            <Checkbox name="jours" value={day} label={day} checked={index < 2} disabled={index === 3} />
          ))}
        </Fieldset>
        <TextArea name="motif" label="Motif" optional />
        <p class="row">
          <Button wide>Enregistrer</Button>
          <Button variant="secondary">Revenir au planning</Button>
          <Button variant="warning">Annuler le repas</Button>
        </p>
      </form>
    ),
  });
}

/** Everything that tells: states, notices, receipt, facts, empty places. */
export function telling(): string {
  return framed({
    title: "Reçu",
    themed: true,
    flash: (
      <Notice tone="success" announce title="C’est enregistré.">
        <p>Un courriel est parti à claire.moreau@exemple.fr.</p>
      </Notice>
    ),
    children: (
      <div class="columns">
        <div>
          <Receipt
            title="4 repas réservés, 1 annulé"
            reference="Reçu n° 2026-001 842 · lundi 9 novembre, 8 h 12"
          >
            <ChangeList
              changes={[
                { tone: "added", word: "Réservé", what: "Léa, repas du lundi 16 novembre" },
                { tone: "removed", word: "Annulé", what: "Noé, repas du mardi 17 novembre" },
                {
                  tone: "late",
                  word: "Refusé",
                  what: "Anouk, repas du mardi 10 novembre",
                  detail:
                    "Le délai est passé depuis lundi 9 novembre à 12 h. Appelez le service au 03 22 00 00 00.",
                },
              ]}
            />
            <Details summary="Pourquoi ce délai ?">
              <p>Un repas peut être annulé jusqu’à 24 heures avant, week-ends et jours fériés exclus.</p>
            </Details>
            <ButtonLink href="/planning" variant="secondary">
              Revenir au planning
            </ButtonLink>
          </Receipt>
          <h2>Notices</h2>
          <Notice title="Vacances de Noël">
            <p>Le planning de janvier ouvre le mardi 1 décembre.</p>
          </Notice>
          <Notice tone="warning" title="À faire avant jeudi 12 novembre à 12 h">
            <p>Réservez les repas de la semaine prochaine.</p>
          </Notice>
          <Notice tone="refusal" title="Ce repas ne peut plus être annulé">
            <p>Le délai est passé depuis lundi 9 novembre à 12 h.</p>
          </Notice>
          <EmptyState title="Pas encore de demande">
            <p>Vos demandes et leurs réponses seront rangées ici.</p>
            <ButtonLink href="/d">Faire une demande</ButtonLink>
          </EmptyState>
        </div>
        <div>
          <Card title="Aujourd’hui">
            {children.map((child) => (
              <p class="row">
                <ChildBadge {...child} />
                <StateLabel tone="on" word="Repas réservé" />
              </p>
            ))}
          </Card>
          <Card title="Les mots des états">
            <p class="row">
              <StateLabel tone="on" word="Réservé" />
              <StateLabel tone="free" word="Libre" />
              <StateLabel tone="full" word="Complet" />
              <StateLabel tone="closed" word="Fermé" />
              <StateLabel tone="waiting" word="En attente" />
              <StateLabel tone="late" word="Délai passé" />
              <StateLabel tone="added" word="À réserver" />
              <StateLabel tone="removed" word="À annuler" />
            </p>
          </Card>
          <Card title="Huit enfants">
            <p class="row">
              {["Brune", "Lou", "Sol", "Maé", "Rose", "Till", "Zoé", "Lila"].map((name, index) => (
                <ChildBadge
                  name={name}
                  initials={name.slice(0, 2).toUpperCase()}
                  colour={childColour(index)}
                />
              ))}
            </p>
          </Card>
          <SummaryList
            facts={[
              { term: "École", value: "École du Marquenterre, Rue" },
              {
                term: "Téléphone",
                value: "06 12 34 56 78",
                action: { href: "/tel", label: "Modifier", about: "le téléphone" },
              },
            ]}
          />
        </div>
      </div>
    ),
  });
}
