import { CircleCheckBig } from "lucide-react";
import type { ReactNode } from "react";

export interface ToastProps {
  children: ReactNode;
  /** What can be done about it. */
  action?: ReactNode;
}

/** Where toasts of a page appear: always there, so that what comes into it is announced to those who listen. */
export function ToastPlace({ children }: { children: ReactNode }) {
  return (
    <div role="status" className="absolute">
      {children}
    </div>
  );
}

/** Says what was just done, over the page and out of the way, and moves nothing. */
export function Toast({ children, action }: ToastProps) {
  return (
    <div
      data-toast=""
      data-palette="off"
      className="no-print fixed inset-x-3 top-16 z-30 mx-auto flex max-w-xl items-center gap-3 rounded-lg border border-success-line bg-success-soft px-3 py-2 text-success shadow-float sm:left-auto sm:mx-0"
    >
      <CircleCheckBig aria-hidden className="size-5 shrink-0" />
      <p className="line-clamp-2 min-w-0 flex-1 text-ink">{children}</p>
      {action}
    </div>
  );
}
