import clsx from "clsx";

/** A key of the keyboard. */
export function Kbd({ children, className }: { children: string; className?: string }) {
  return (
    <kbd
      className={clsx(
        "inline-block min-w-5 rounded-sm border border-line-strong bg-surface px-1 text-center font-mono text-xs text-muted",
        className,
      )}
    >
      {children}
    </kbd>
  );
}
