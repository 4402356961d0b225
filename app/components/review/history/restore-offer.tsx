import { useFetcher, useSearchParams } from "@remix-run/react";
import { useEffect, useState } from "react";
import type * as Y from "yjs";

import type { HistoryView } from "~/collab/history/history-view";
import { restoreDraft } from "~/collab/history/restore";
import { Button, ButtonLink } from "~/components/ui/button";
import { Notice } from "~/components/ui/notice";
import { Time } from "~/components/ui/time";

/** Asks, when one comes from the history with a version to restore, whether it is to replace what stands here. */
export function RestoreOffer({ doc, claimId }: { doc: Y.Doc; claimId: string }) {
  const [params, setParams] = useSearchParams();
  const version = params.get("restore");
  const { load, data } = useFetcher<Pick<HistoryView, "draft" | "shown">>({
    key: `restore-${version ?? ""}`,
  });
  const [restored, setRestored] = useState<string | null>(null);
  const address = `/desk/claims/${claimId}/history`;
  useEffect(() => {
    if (version !== null) load(`${address}?at=${encodeURIComponent(version)}`);
  }, [address, load, version]);

  const close = () => {
    setParams(
      (current) => {
        current.delete("restore");
        return current;
      },
      { replace: true, preventScrollReset: true },
    );
  };
  if (version === null) {
    return restored === null ? null : (
      <Notice kind="success" live title="The earlier version stands here again">
        What it replaced is kept in the history.
      </Notice>
    );
  }
  if (!data) return null;
  const { draft, shown } = data;
  return (
    <Notice
      kind="info"
      live
      title={
        <>
          Restore the version of <Time iso={shown.at} />?
        </>
      }
      actions={
        <>
          <Button
            type="button"
            variant="primary"
            size="small"
            onClick={() => {
              restoreDraft(doc, draft);
              setRestored(version);
              close();
            }}
          >
            Restore it
          </Button>
          <Button type="button" size="small" onClick={close}>
            Keep what is here
          </Button>
          <ButtonLink variant="quiet" size="small" to={`${address}?at=${shown.n}`}>
            Look at it again
          </ButtonLink>
        </>
      }
    >
      It replaces what stands here for everybody, as a new edit under your name. Nothing of the
      history goes.
    </Notice>
  );
}
