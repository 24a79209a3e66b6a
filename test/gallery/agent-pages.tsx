import {
  BarChart,
  Button,
  DataTable,
  DateField,
  Pagination,
  PrintSheet,
  Select,
  StateLabel,
  TickBox,
} from "#platform";
import { framed } from "./gallery-frame.tsx";

const pupils = [
  "Abel Caron",
  "Brune Lefèvre",
  "Côme Delattre",
  "Dina Petit",
  "Éloi Carpentier",
  "Fanny Roux",
];

/** An agent's day: filters, a dense table, a chart, pages. */
export function agentPage(): string {
  return framed({
    title: "Repas du jeudi 12 novembre",
    dense: true,
    children: (
      <>
        <h1>Repas du jeudi 12 novembre</h1>
        <form class="inline-form">
          <Select name="lieu" label="Lieu" options={[{ value: "rue", label: "Restaurant de Rue" }]} />
          <DateField name="jour" label="Jour" value="2026-11-12" />
          <Button variant="secondary">Afficher</Button>
        </form>
        <DataTable
          caption="142 repas, 6 classes"
          columns={[
            { header: "Enfant", cell: (row) => row.name, rowHeader: true, total: "Total" },
            { header: "Classe", cell: (row) => row.form },
            { header: "État", cell: () => <StateLabel tone="on" word="Réservé" /> },
            // Where the number would be, a closed day has its reason, as long as a line.
            {
              header: "Repas ce mois",
              cell: (row) => (row.meals === 12 ? "Journée pédagogique : l’école est fermée." : row.meals),
              numeric: true,
              total: "45",
            },
          ]}
          rows={pupils.map((name, index) => ({ name, form: `CE${(index % 2) + 1}`, meals: 12 - index }))}
        />
        <Pagination page={2} pages={7} href={(page) => `?page=${page}`} />
        <BarChart
          caption="Repas à venir au restaurant de Rue"
          table={{ label: "Jour", value: "Repas" }}
          bars={[
            { label: "jeudi 12", value: 142, room: 160, text: "142 sur 160" },
            { label: "vendredi 13", value: 98, room: 160, text: "98 sur 160" },
            { label: "lundi 16", value: 160, room: 160, text: "160 sur 160, complet", attention: true },
          ]}
        />
      </>
    ),
  });
}

/** The sheet of the day, for the wall of the kitchen. */
export function sheetPage(): string {
  return framed({
    title: "Feuille du jour",
    children: (
      <PrintSheet title="CE1 – Mme Dufour" facts={["Jeudi 12 novembre", "6 repas"]}>
        <DataTable
          caption={<span class="vh">Enfants qui mangent</span>}
          columns={[
            { header: "Enfant", cell: (name) => name, rowHeader: true },
            { header: "Présent", cell: () => <TickBox /> },
          ]}
          rows={pupils}
        />
      </PrintSheet>
    ),
  });
}
