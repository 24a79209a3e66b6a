import { Icon } from "../icons/icon.tsx";
import { texts } from "../texts.fr.ts";

type Step = { href: string; label: string };

export type PagerProps = {
  /** Name of the navigation for assistive technology. */
  label: string;
  /** Left out where the list or the calendar begins. */
  previous?: Step | undefined;
  current: string;
  next?: Step | undefined;
};

/** Previous – where you are – next, each in words. */
export function Pager({ label, previous, current, next }: PagerProps) {
  return (
    <nav class="pager" aria-label={label}>
      {previous ? (
        <a href={previous.href} rel="prev">
          <Icon name="previous" />
          {previous.label}
        </a>
      ) : (
        <span />
      )}
      <strong aria-current="page">{current}</strong>
      {next ? (
        <a href={next.href} rel="next">
          {next.label}
          <Icon name="next" />
        </a>
      ) : (
        <span />
      )}
    </nav>
  );
}

/** `octobre – novembre 2026 – décembre`. */
export function MonthNavigation(props: Omit<PagerProps, "label">) {
  return <Pager label={texts.months} {...props} />;
}

/** Pages of a long list, counted from 1; `href` gives the address of a page. Nothing for one page. */
export function Pagination({
  page,
  pages,
  href,
}: {
  page: number;
  pages: number;
  href: (page: number) => string;
}) {
  if (pages <= 1) return null;
  return (
    <Pager
      label={texts.pages}
      previous={page > 1 ? { href: href(page - 1), label: texts.previousPage } : undefined}
      current={texts.pageOf(page, pages)}
      next={page < pages ? { href: href(page + 1), label: texts.nextPage } : undefined}
    />
  );
}
