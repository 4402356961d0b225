import clsx from "clsx";
import { Ban, Signature as SignatureIcon } from "lucide-react";

import { Badge } from "~/components/ui/badge";
import { Time } from "~/components/ui/time";

import { ContentHash } from "./content-hash";

export interface SignatureProps {
  by: string;
  capacity: "second" | "editor";
  contentHash: string;
  signedAt: string;
  voidedAt: string | null;
}

/** One signature over one content hash, and whether it still holds. */
export function Signature({ by, capacity, contentHash, signedAt, voidedAt }: SignatureProps) {
  const held = voidedAt === null;
  return (
    <div
      className={clsx(
        "flex flex-col gap-1.5 rounded-md border px-3 py-2.5",
        held ? "border-success-line bg-success-soft" : "border-line-strong bg-sunken",
      )}
    >
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <SignatureIcon aria-hidden className="size-4 shrink-0" />
        <span className={clsx("font-medium", !held && "line-through")}>{by}</span>
        <span className="text-sm text-muted">
          {capacity === "second" ? "second reviewer" : "editor"}
        </span>
        {held ? (
          <Badge tone="success">Valid</Badge>
        ) : (
          <Badge tone="danger" icon={Ban}>
            Void
          </Badge>
        )}
      </div>
      <p className="text-sm">
        Signed <Time iso={signedAt} />
        {voidedAt === null ? null : (
          <>
            ; void since <Time iso={voidedAt} />, when the review was reopened
          </>
        )}
      </p>
      <ContentHash hash={contentHash} />
    </div>
  );
}
