import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

export interface EmptyStateProps {
  icon: LucideIcon;
  title: string;
  /** What to do first. */
  children: ReactNode;
  action?: ReactNode;
}

/** Stands where a list would: says why there is nothing yet, and what to do first. */
export function EmptyState({ icon: Icon, title, children, action }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-center gap-2 rounded-lg border border-dashed border-line-strong px-6 py-12 text-center">
      <Icon aria-hidden className="size-7 text-muted" />
      <p className="text-lg font-semibold">{title}</p>
      <div className="max-w-prose text-muted">{children}</div>
      {action ? <div className="mt-2">{action}</div> : null}
    </div>
  );
}
