import { RefreshCw } from "lucide-react";

import { Button } from "~/components/ui/button";

export interface NewsBarProps {
  /** How many changes a fresh look would show. */
  changes: number;
  /** So many that they are not counted. */
  isMore: boolean;
  busy: boolean;
  onShow: () => void;
}

/** Says that others changed something. Always as high, so that nothing moves when it appears. */
export function NewsBar({ changes, isMore, busy, onShow }: NewsBarProps) {
  const words = isMore ? "Much has changed" : changes === 1 ? "1 change" : `${changes} changes`;
  return (
    <div role="status" className="flex min-h-8 items-center gap-3 text-sm">
      {changes > 0 || isMore ? (
        <>
          <span className="text-muted">{words} by others since this list was loaded.</span>
          <Button type="button" size="small" icon={RefreshCw} busy={busy} onClick={onShow}>
            {changes === 1 && !isMore ? "Show it" : "Show them"}
          </Button>
        </>
      ) : (
        <span className="text-muted">What others change shows here while you look.</span>
      )}
    </div>
  );
}
