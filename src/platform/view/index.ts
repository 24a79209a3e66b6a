// The view's part of the platform's door: components of the pages, colours of an authority.
export { authorityStylesheet, type AuthorityColours, accentGround } from "./colour/authority-stylesheet.ts";
export { type ReadableAccent, readableAccent } from "./colour/readable-accent.ts";
export { BarChart, type Bar, type BarChartProps } from "./chart/bar-chart.tsx";
export { Card } from "./data/card.tsx";
export {
  ChildBadge,
  type ChildBadgeProps,
  type ChildColour,
  ChildDisc,
  childColour,
} from "./data/child-badge.tsx";
export { type Column, DataTable, type DataTableProps } from "./data/data-table.tsx";
export { Details } from "./data/details.tsx";
export { StateLabel, type StateTone } from "./data/state-label.tsx";
export { type Fact, SummaryList } from "./data/summary-list.tsx";
export { ChangeBar, type ChangeBarWords } from "./day-grid/change-bar.tsx";
export { DayGrid, type DayGridProps } from "./day-grid/day-grid.tsx";
export type {
  ClosedDay,
  DayGridCell,
  DayGridChoice,
  DayGridDay,
  DayGridRow,
  DayGridWeek,
  DayGridWords,
  OpenDay,
  Weekday,
} from "./day-grid/day-grid-types.ts";
export { type Correction, ErrorSummary } from "./feedback/error-summary.tsx";
export { EmptyState, Notice, type NoticeProps } from "./feedback/notice.tsx";
export { type Change, ChangeList, Receipt } from "./feedback/receipt.tsx";
export { Button, ButtonLink } from "./form/button.tsx";
export { Checkbox, type CheckboxProps, Fieldset, Radios, type RadiosProps } from "./form/choices.tsx";
export { Field, type FieldProps, fieldAttributes } from "./form/field.tsx";
export {
  DateField,
  type DateFieldProps,
  PasswordField,
  Select,
  type SelectProps,
  TextArea,
  TextField,
  type TextFieldProps,
} from "./form/text-field.tsx";
export type { IconName } from "./icons/icon-paths.ts";
export { Icon } from "./icons/icon.tsx";
export { BackLink, Breadcrumb } from "./layout/breadcrumb.tsx";
export { document, type DocumentProps, type PageAssets } from "./layout/document.tsx";
export type { FooterProps } from "./layout/footer.tsx";
export type { HeaderAccount, NavigationLink } from "./layout/header.tsx";
export { PageLayout, type PageLayoutProps } from "./layout/page-layout.tsx";
export { pageTitle } from "./layout/page-title.ts";
export { MonthNavigation, Pager, type PagerProps, Pagination } from "./layout/pager.tsx";
export { PrintSheet, type PrintSheetProps, TickBox } from "./print/print-sheet.tsx";
