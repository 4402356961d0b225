import { Form } from "@remix-run/react";
import { RefreshCw } from "lucide-react";

import { Badge, type BadgeTone } from "~/components/ui/badge";
import { Button } from "~/components/ui/button";
import { Notice } from "~/components/ui/notice";
import { Time } from "~/components/ui/time";
import type { Look } from "~/domain/article/drift/drift";
import type { LookOutcome } from "~/domain/article/drift/judge-look";
import { lookWords, outcomeLabel } from "~/domain/article/drift/words";
import { safeLink } from "~/domain/verdict/safe-link";

const tones: Record<LookOutcome, BadgeTone> = {
  unchanged: "success",
  changed: "warning",
  moved: "neutral",
  elsewhere: "danger",
  gone: "danger",
  wall: "neutral",
  unreachable: "neutral",
  unreadable: "neutral",
};

export function OutcomeBadge({ outcome }: { outcome: LookOutcome }) {
  return <Badge tone={tones[outcome]}>{outcomeLabel[outcome]}</Badge>;
}

/** The latest look: that it goes on, or what came of it. Read out when it changes. */
export function LookStatus({ look }: { look: Look }) {
  if (look.outcome === null) {
    return (
      <Notice kind="info" live title="The article is being looked at">
        <p>
          Asked <Time iso={look.askedAt} />.{" "}
          {look.begunAt === null
            ? "It waits for its turn; between two looks at one site some seconds pass."
            : "The site has been asked. It has ten seconds to answer."}{" "}
          This page shows by itself what comes of it; without scripts, load it again.
        </p>
      </Notice>
    );
  }
  const address = look.finalUrl === null ? null : safeLink(look.finalUrl);
  const showsAddress = address !== null && ["moved", "elsewhere"].includes(look.outcome);
  return (
    <Notice
      kind={look.outcome === "changed" || look.outcome === "gone" ? "warning" : "info"}
      live
      title={outcomeLabel[look.outcome]}
    >
      <p>{lookWords(look)}</p>
      {showsAddress ? (
        <p className="wrap-anywhere">
          Now at{" "}
          <a href={address} rel="noopener noreferrer nofollow" className="text-accent underline">
            {address}
          </a>
        </p>
      ) : null}
      <p className="text-muted">
        <Time iso={look.endedAt ?? look.askedAt} />
      </p>
    </Notice>
  );
}

/** Asks for a look now. Goes to the page of versions, which shows how it goes. */
export function LookAgainForm({
  articleId,
  busy,
  isOpen,
}: {
  articleId: string;
  busy: boolean;
  isOpen: boolean;
}) {
  return (
    <Form method="post" action={`/desk/articles/${articleId}/versions`}>
      <input type="hidden" name="intent" value="look_again" />
      <Button icon={RefreshCw} size="small" busy={busy || isOpen}>
        {isOpen ? "Looking…" : "Look again now"}
      </Button>
    </Form>
  );
}
