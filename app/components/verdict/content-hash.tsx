import { Fingerprint } from "lucide-react";

/** The SHA-256 of signed content, whole and selectable. */
export function ContentHash({ hash }: { hash: string }) {
  return (
    <span className="inline-flex max-w-full items-start gap-1.5 text-sm">
      <Fingerprint aria-hidden className="mt-0.5 size-4 shrink-0 text-muted" />
      <code className="min-w-0 font-mono text-xs leading-5 break-all select-all">{hash}</code>
    </span>
  );
}
