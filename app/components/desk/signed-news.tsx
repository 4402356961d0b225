import { useState } from "react";

import { Notice } from "~/components/ui/notice";
import type { SignOff } from "~/domain/review/second-verdict";

export interface SignedNewsProps {
  /** The claim's signatures, the oldest first. */
  signOffs: readonly SignOff[];
  personId: string;
  nameOf: (id: string | null) => string | null;
}

/** Tells those who are in the room that somebody else has signed meanwhile; nothing of what was signed before they came. */
export function SignedNews({ signOffs, personId, nameOf }: SignedNewsProps) {
  const [known] = useState(() => new Set(signOffs.map(({ id }) => id)));
  const news = signOffs.findLast(
    ({ id, by, voidedAt }) => voidedAt === null && by !== personId && !known.has(id),
  );
  if (!news) return null;
  return (
    <Notice kind="info" live title={`${nameOf(news.by) ?? "A colleague"} has just signed.`}>
      The signature is over the verdict as it stands below. It stands under “Signatures”.
    </Notice>
  );
}
