import { Lock } from "lucide-react";

/**
 * The word that nothing can be changed now, for pages whose readers cannot change anything anyway: neither who closed
 * the desk nor why is theirs to know.
 */
export function ReadOnlyWord() {
  return (
    <p
      role="status"
      className="flex items-start justify-center gap-2 border-b border-line bg-sunken px-4 py-2 text-sm text-muted"
    >
      <Lock aria-hidden className="mt-0.5 size-4 shrink-0" />
      <span>The desk is read-only for now. What is published stays as it is.</span>
    </p>
  );
}
