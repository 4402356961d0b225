import { Link } from "@remix-run/react";
import clsx from "clsx";
import { Archive, CircleAlert, Clock, LoaderCircle, RefreshCw } from "lucide-react";
import { useContext, useEffect, type ReactNode } from "react";

import { Button } from "~/components/ui/button";
import { WithoutJobs } from "~/components/ui/desk-jobs";
import { Time } from "~/components/ui/time";
import { captureFailureWords, shortHash, sizeWords } from "~/domain/evidence/capture";
import type { SourceStanding } from "~/domain/evidence/source-standing";

import { CapturesContext } from "./captures-context";
import { ExcerptLine } from "./excerpt-line";

export interface CaptureLineProps {
  /** Of the card. */
  id: string;
  name: string;
  url: string;
  excerpt: string;
}

/** What the desk has of a source, and whether its excerpt is in it. Draws nothing on pages that show no captures. */
export function CaptureLine({ id, name, url, excerpt }: CaptureLineProps) {
  const shown = useContext(CapturesContext);
  const changed = shown?.changed;
  useEffect(() => changed?.(), [changed, url, excerpt]);
  if (shown === null || url === "") return null;
  if (shown.known === null) return <p className="min-h-7 text-sm text-muted">…</p>;
  const standing = shown.known.standings[id];
  return (
    <div className="flex flex-col gap-1 text-sm">
      <div className="flex min-h-7 flex-wrap items-center gap-x-2 gap-y-1 text-muted">
        <State standing={standing} name={name} />
        {mayAsk(standing) ? (
          <Button
            type="button"
            size="small"
            variant="quiet"
            icon={RefreshCw}
            busy={shown.asking === url}
            onClick={() => shown.ask(url)}
          >
            {standing === undefined ? "Capture now" : "Try again now"}
            <span className="sr-only">: {name}</span>
          </Button>
        ) : null}
      </div>
      {standing?.kept ? null : <WithoutJobs>No source is captured on this desk.</WithoutJobs>}
      {shown.failure !== null && shown.asking === null && mayAsk(standing) ? (
        <p role="alert" className="text-danger">
          {shown.failure}
        </p>
      ) : null}
      {standing ? <ExcerptLine standing={standing} hasExcerpt={excerpt.trim() !== ""} /> : null}
    </div>
  );
}

const mayAsk = (standing: SourceStanding | undefined): boolean =>
  standing === undefined ||
  standing.state === "failed" ||
  (standing.state === "asked" && standing.failure !== null);

function State({ standing, name }: { standing: SourceStanding | undefined; name: string }) {
  if (standing === undefined) return <Line icon={Clock}>Not captured yet.</Line>;
  const { state, failure, kept, dueAt, captureId } = standing;
  if (kept !== null) {
    return (
      <Line icon={Archive}>
        Captured <Time iso={kept.fetchedAt} />, {sizeWords(kept.bodyBytes)},{" "}
        <code className="font-mono text-xs">{shortHash(kept.warcSha256)}…</code>{" "}
        <Link
          to={`/desk/captures/${captureId}`}
          prefetch="none"
          className="font-medium text-accent underline"
        >
          Open the capture<span className="sr-only"> of {name}</span>
        </Link>
      </Line>
    );
  }
  if (state === "fetching") {
    return (
      <Line icon={LoaderCircle} spins>
        Fetching the source…
      </Line>
    );
  }
  if (failure === null) return <Line icon={Clock}>Waits to be captured.</Line>;
  return (
    <Line icon={CircleAlert} tone="text-warning">
      Not captured: {captureFailureWords(failure)}{" "}
      {state === "asked" ? (
        <>
          It is tried again <Time iso={dueAt} />.
        </>
      ) : null}
    </Line>
  );
}

interface LineProps {
  icon: typeof Clock;
  spins?: boolean;
  tone?: string;
  children: ReactNode;
}

function Line({ icon: Icon, spins = false, tone = "", children }: LineProps) {
  return (
    <span className={clsx("flex min-w-0 items-start gap-1.5", tone)}>
      <Icon
        aria-hidden
        className={clsx("mt-0.5 size-4 shrink-0", spins && "motion-safe:animate-spin")}
      />
      <span className="min-w-0 wrap-anywhere">{children}</span>
    </span>
  );
}
