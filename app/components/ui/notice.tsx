import clsx from "clsx";
import { CircleAlert, CircleCheck, Info, TriangleAlert, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

export type NoticeKind = "info" | "warning" | "danger" | "success";

const looks: Record<NoticeKind, { icon: LucideIcon; box: string; head: string; word: string }> = {
  info: {
    icon: Info,
    box: "border-accent bg-accent-soft",
    head: "text-accent-strong",
    word: "Note",
  },
  warning: {
    icon: TriangleAlert,
    box: "border-warning-line bg-warning-soft",
    head: "text-warning",
    word: "Warning",
  },
  danger: {
    icon: CircleAlert,
    box: "border-danger-line bg-danger-soft",
    head: "text-danger",
    word: "Problem",
  },
  success: {
    icon: CircleCheck,
    box: "border-success-line bg-success-soft",
    head: "text-success",
    word: "Done",
  },
};

export interface NoticeProps {
  kind: NoticeKind;
  /** What happened. */
  title: ReactNode;
  /** What was kept, and what to do. */
  children?: ReactNode;
  actions?: ReactNode;
  /** Read out at once when it appears; for answers to what a person just did. */
  live?: boolean;
  className?: string;
}

/** A message in its place on the page: what happened, what was kept, what to do. */
export function Notice({ kind, title, children, actions, live = false, className }: NoticeProps) {
  const { icon: Icon, box, head, word } = looks[kind];
  const role = live ? (kind === "danger" ? "alert" : "status") : undefined;
  return (
    <div role={role} className={clsx("flex gap-2.5 rounded-md border px-3 py-2.5", box, className)}>
      <Icon aria-hidden className={clsx("mt-0.5 size-5 shrink-0", head)} />
      <div className="flex min-w-0 flex-col gap-1">
        <p className={clsx("font-medium", head)}>
          <span className="sr-only">{word}: </span>
          {title}
        </p>
        {children ? <div className="text-sm text-ink">{children}</div> : null}
        {actions ? <div className="mt-1 flex flex-wrap gap-2">{actions}</div> : null}
      </div>
    </div>
  );
}
