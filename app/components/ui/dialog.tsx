import { X } from "lucide-react";
import { Dialog as Radix } from "radix-ui";
import type { ReactNode } from "react";

import { buttonClass } from "./button";

export interface DialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  description?: string;
  children: ReactNode;
  /** What opened it, when that is a button of its own. */
  trigger?: ReactNode;
}

/**
 * A question or a sheet over the page; focus stays inside, Escape closes, and focus goes back. The shade is our own
 * element: Radix's would write a style element into the page, which the content security policy refuses.
 */
export function Dialog({ open, onOpenChange, title, description, children, trigger }: DialogProps) {
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      {trigger ? <Radix.Trigger asChild>{trigger}</Radix.Trigger> : null}
      <Radix.Portal>
        <div aria-hidden className="fixed inset-0 z-40 bg-[rgb(0_0_0/0.45)]" />
        <Radix.Content
          data-modal=""
          {...(description === undefined && { "aria-describedby": undefined })}
          className="fixed inset-x-3 top-[8dvh] z-50 mx-auto flex max-h-[84dvh] max-w-xl flex-col gap-4 overflow-y-auto rounded-lg border border-line bg-raised p-5 shadow-float"
        >
          <div className="flex items-start justify-between gap-4">
            <div className="flex flex-col gap-1">
              <Radix.Title className="text-lg font-semibold">{title}</Radix.Title>
              {description === undefined ? null : (
                <Radix.Description className="text-sm text-muted">{description}</Radix.Description>
              )}
            </div>
            <Radix.Close className={buttonClass("quiet", "small")}>
              <X aria-hidden className="size-4" />
              <span className="sr-only">Close</span>
            </Radix.Close>
          </div>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
