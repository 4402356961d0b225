import { RefreshCw } from "lucide-react";

import { Badge } from "~/components/ui/badge";
import type { RowNews } from "~/domain/claim/list/list-news";

/** On a claim that somebody changed while it was being looked at. */
export function NewsMark({ news }: { news: RowNews }) {
  if (news === "same") return null;
  return (
    <Badge tone="warning" icon={RefreshCw}>
      {news === "changed" ? "Changed" : "Changed, left this list"}
    </Badge>
  );
}
