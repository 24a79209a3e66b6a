import type { ComponentChildren } from "preact";
import { Icon } from "../icons/icon.tsx";

const icons = { info: "info", success: "check", warning: "warning", refusal: "lock" } as const;

export type NoticeProps = {
  tone?: keyof typeof icons | undefined;
  title?: string | undefined;
  /** Something that has just happened: read out as soon as the page is there. */
  announce?: boolean | undefined;
  children?: ComponentChildren;
};

/**
 * A word said beside the matter. A refusal says here what, why, until when, what can be done
 * now and whom to call.
 */
export function Notice({ tone = "info", title, announce, children }: NoticeProps) {
  return (
    <div class={tone === "info" ? "notice" : `notice notice-${tone}`} role={announce ? "status" : undefined}>
      <Icon name={icons[tone]} />
      <div>
        {title && <strong>{title}</strong>}
        {children}
      </div>
    </div>
  );
}

/** Nothing here yet: why, and what to do about it. */
export function EmptyState({ title, children }: { title: string; children?: ComponentChildren }) {
  return (
    <div class="empty">
      <h2>{title}</h2>
      {children}
    </div>
  );
}
