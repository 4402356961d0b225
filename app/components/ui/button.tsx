import { Link } from "@remix-run/react";
import clsx from "clsx";
import { LoaderCircle, type LucideIcon } from "lucide-react";
import { forwardRef, type ComponentProps, type MouseEvent } from "react";

import { readOnlyBannerId, useDeskReadOnly } from "./desk-read-only";

export type ButtonVariant = "primary" | "secondary" | "quiet" | "danger";
export type ButtonSize = "small" | "medium";

interface Look {
  variant?: ButtonVariant;
  size?: ButtonSize;
  icon?: LucideIcon;
}

const variants: Record<ButtonVariant, string> = {
  primary: "border-transparent bg-accent text-on-accent hover:bg-accent-strong",
  secondary: "border-line-strong bg-raised text-ink hover:bg-sunken",
  quiet:
    "border-transparent bg-transparent text-accent hover:bg-accent-soft hover:text-accent-strong",
  danger: "border-danger-line bg-raised text-danger hover:bg-danger-soft",
};

const sizes: Record<ButtonSize, string> = {
  small: "min-h-7 gap-1.5 px-2 py-0.5 text-sm",
  medium: "min-h-9 gap-2 px-3.5 py-1.5 text-base",
};

/** The classes of a button, for the few elements that must look like one and are something else. */
export function buttonClass(variant: ButtonVariant = "secondary", size: ButtonSize = "medium") {
  return clsx(
    "inline-flex items-center justify-center rounded-md border text-center font-medium no-underline",
    "aria-disabled:cursor-not-allowed aria-disabled:opacity-60 disabled:cursor-not-allowed disabled:opacity-60",
    variants[variant],
    sizes[size],
  );
}

export interface ButtonProps extends ComponentProps<"button">, Look {
  /** While true the button stays focusable, says that it is at work, and does nothing. */
  busy?: boolean;
}

export const Button = forwardRef<HTMLButtonElement, ButtonProps>(function Button(
  { variant, size, icon, busy = false, className, children, onClick, type = "submit", ...rest },
  ref,
) {
  const readOnly = useDeskReadOnly();
  const isShut = readOnly !== null && type === "submit";
  const Icon = busy ? LoaderCircle : icon;
  const guarded = (event: MouseEvent<HTMLButtonElement>) => {
    if (busy) event.preventDefault();
    else onClick?.(event);
  };
  return (
    <button
      ref={ref}
      type={type}
      aria-disabled={busy || undefined}
      aria-busy={busy || undefined}
      onClick={guarded}
      className={clsx(buttonClass(variant, size), className)}
      {...rest}
      {...(isShut && { disabled: true, title: readOnly, "aria-describedby": readOnlyBannerId })}
    >
      {Icon ? (
        <Icon aria-hidden className={clsx("size-4 shrink-0", busy && "motion-safe:animate-spin")} />
      ) : null}
      {children}
    </button>
  );
});

export interface ButtonLinkProps extends ComponentProps<typeof Link>, Look {}

/** A link that leads somewhere and looks like a button. */
export function ButtonLink({
  variant,
  size,
  icon: Icon,
  className,
  children,
  ...rest
}: ButtonLinkProps) {
  return (
    <Link className={clsx(buttonClass(variant, size), className)} {...rest}>
      {Icon ? <Icon aria-hidden className="size-4 shrink-0" /> : null}
      {children}
    </Link>
  );
}
