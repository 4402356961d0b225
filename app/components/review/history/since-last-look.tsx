import { Eye } from "lucide-react";

import { ButtonLink } from "~/components/ui/button";
import { Time } from "~/components/ui/time";
import type { Look } from "~/domain/review/last-look";

/** Leads to what changed since the reader last looked; says so where that is what stands there. */
export function SinceLastLook({ looked, isShown }: { looked: Look; isShown: boolean }) {
  const words = (
    <span>
      Since you last looked (<Time iso={looked.at} />)
    </span>
  );
  if (isShown) return <p className="text-sm font-medium">Shown below: {words}</p>;
  return (
    <ButtonLink to={`?since=${looked.n}`} icon={Eye} size="small" className="self-start">
      {words}
    </ButtonLink>
  );
}
