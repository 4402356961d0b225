import { useSearchParams } from "@remix-run/react";
import { useEffect, useRef, useState, type ReactNode } from "react";
import type * as Y from "yjs";

import { restoreDraft } from "~/collab/history/restore";
import { Button, ButtonLink } from "~/components/ui/button";
import { Notice } from "~/components/ui/notice";
import { Time } from "~/components/ui/time";

import { useVersion } from "./use-version";

/** Asks, when one comes from the history with a version to restore, whether it is to replace what stands here. */
export function RestoreOffer({ doc, claimId }: { doc: Y.Doc; claimId: string }) {
  const [params, setParams] = useSearchParams();
  const [isRestored, setRestored] = useState(false);
  const version = params.get("restore");
  const close = () =>
    setParams(
      (current) => {
        current.delete("restore");
        return current;
      },
      { replace: true, preventScrollReset: true },
    );
  if (version !== null) {
    const restored = () => {
      setRestored(true);
      close();
    };
    return (
      <Offer doc={doc} claimId={claimId} version={version} onRestored={restored} onClose={close} />
    );
  }
  return isRestored ? (
    <Focused>
      <Notice kind="success" title="The earlier version stands here again">
        What it replaced is kept in the history.
      </Notice>
    </Focused>
  ) : null;
}

interface OfferProps {
  doc: Y.Doc;
  claimId: string;
  /** Its number, as the address has it. */
  version: string;
  onRestored: () => void;
  onClose: () => void;
}

function Offer({ doc, claimId, version, onRestored, onClose }: OfferProps) {
  const load = useVersion(claimId, version);
  const history = `/desk/claims/${claimId}/history`;
  const dismiss = (words: string) => (
    <Button type="button" size="small" onClick={onClose}>
      {words}
    </Button>
  );
  switch (load.state) {
    case "loading":
      return (
        <p role="status" className="text-muted">
          Opening the earlier version …
        </p>
      );
    case "missing":
      return (
        <Focused>
          <Notice
            kind="warning"
            title="There is no such version"
            actions={
              <>
                <ButtonLink size="small" to={history}>
                  See the history
                </ButtonLink>
                {dismiss("Close")}
              </>
            }
          >
            Nothing was changed.
          </Notice>
        </Focused>
      );
    case "failed":
      return (
        <Focused>
          <Notice
            kind="danger"
            title="The earlier version could not be opened"
            actions={
              <>
                <Button type="button" size="small" onClick={load.again}>
                  Try again
                </Button>
                {dismiss("Keep what is here")}
              </>
            }
          >
            The server did not answer as it should. Nothing was changed, and you can go on writing.
          </Notice>
        </Focused>
      );
    case "loaded": {
      const { n, at, draft } = load.version;
      return (
        <Focused>
          <Notice
            kind="info"
            title={
              <>
                Restore the version of <Time iso={at} />?
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
                    onRestored();
                  }}
                >
                  Restore it
                </Button>
                {dismiss("Keep what is here")}
                <ButtonLink variant="quiet" size="small" to={`${history}?at=${n}`}>
                  Look at it again
                </ButtonLink>
              </>
            }
          >
            It replaces what stands here for everybody, as a new edit under your name. Nothing of
            the history goes.
          </Notice>
        </Focused>
      );
    }
  }
}

/** Brings what appears into view and to whoever works by keyboard or listens. */
function Focused({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div ref={box} tabIndex={-1} className="scroll-mt-28">
      {children}
    </div>
  );
}
