// The view's part of the platform's door: components of the pages, colours of an authority.
export { authorityStylesheet, accentGround } from "./colour/authority-stylesheet.ts";
export { readableAccent } from "./colour/readable-accent.ts";
export { BarChart } from "./chart/bar-chart.tsx";
export { Card } from "./data/card.tsx";
export { ChildBadge, type ChildBadgeProps, type ChildColour, childColour } from "./data/child-badge.tsx";
export { type Column, DataTable } from "./data/data-table.tsx";
export { Details } from "./data/details.tsx";
export { StateLabel, type StateTone } from "./data/state-label.tsx";
export { type Fact, SummaryList } from "./data/summary-list.tsx";
export { ChangeBar } from "./day-grid/change-bar.tsx";
export { DayGrid } from "./day-grid/day-grid.tsx";
export type { DayGridCell, DayGridDay, DayGridRow, DayGridWeek, Weekday } from "./day-grid/day-grid-types.ts";
export { type Correction, ErrorSummary } from "./feedback/error-summary.tsx";
export { EmptyState, Notice } from "./feedback/notice.tsx";
export { type Change, ChangeList, Receipt } from "./feedback/receipt.tsx";
export { Button, ButtonLink } from "./form/button.tsx";
export { Checkbox, Fieldset, Radios } from "./form/choices.tsx";
export { FileField } from "./form/file-field.tsx";
export { Field, fieldAttributes } from "./form/field.tsx";
export {
  DateField,
  PasswordField,
  Select,
  type SelectProps,
  TextArea,
  TextField,
} from "./form/text-field.tsx";
export { PhoneLink } from "./data/phone-link.tsx";
export { BackLink, Breadcrumb } from "./layout/breadcrumb.tsx";
export { document } from "./layout/document.tsx";
export { keepSigns, keepSignsOfText } from "./layout/keep-signs.ts";
export type { NavigationLink } from "./layout/header.tsx";
export { PageLayout } from "./layout/page-layout.tsx";
export { MonthNavigation, Pager, Pagination } from "./layout/pager.tsx";
export { PrintSheet, TickBox } from "./print/print-sheet.tsx";
