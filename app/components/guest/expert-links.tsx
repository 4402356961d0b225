import { Form } from "@remix-run/react";

import { Badge, type BadgeTone } from "~/components/ui/badge";
import { Button } from "~/components/ui/button";
import { Time } from "~/components/ui/time";
import type { GuestAnswer } from "~/domain/guest/guest-answer";
import { isRevocable, type GuestLink, type GuestLinkStatus } from "~/domain/guest/guest-link";

import { ExpertAnswer } from "./expert-answer";

export interface ShownGuestLink extends GuestLink {
  status: GuestLinkStatus;
  createdByName: string;
  answer: GuestAnswer | null;
  takenUpByName: string | null;
}

const look: Record<GuestLinkStatus, { tone: BadgeTone; label: string }> = {
  open: { tone: "accent", label: "Waits for an answer" },
  answered: { tone: "success", label: "Answered" },
  revoked: { tone: "neutral", label: "Taken back" },
  expired: { tone: "neutral", label: "Has run out" },
  moved_on: { tone: "warning", label: "Shut while the claim is not in review" },
};

export interface ExpertLinksProps {
  links: readonly ShownGuestLink[];
  mayRevoke: boolean;
  busy: boolean;
}

/** Everybody who was asked about a claim, what became of it, and what they answered. */
export function ExpertLinks({ links, mayRevoke, busy }: ExpertLinksProps) {
  if (links.length === 0) return <p className="text-muted">Nobody has been asked yet.</p>;
  return (
    <ul className="divide-y divide-line rounded-md border border-line bg-raised">
      {links.map((link) => (
        <li key={link.id} className="flex flex-col gap-3 px-4 py-3">
          <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
            <div className="flex min-w-0 flex-col gap-1 wrap-anywhere">
              <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
                <strong className="font-semibold">{link.expert}</strong>
                {link.affiliation === "" ? null : <span>{link.affiliation}</span>}
                <Badge tone={look[link.status].tone}>{look[link.status].label}</Badge>
              </p>
              <p className="text-sm text-muted">
                Asked by {link.createdByName}, <Time iso={link.createdAt} />; good until{" "}
                <Time iso={link.expiresAt} />
                {link.openedAt === null ? (
                  "; not opened yet"
                ) : (
                  <>
                    ; first opened <Time iso={link.openedAt} />
                  </>
                )}
              </p>
              {link.answer === null ? (
                <p className="max-w-prose whitespace-pre-line">{link.question}</p>
              ) : null}
            </div>
            {mayRevoke && isRevocable(link.status) ? (
              <Form method="post" className="ml-auto">
                <input type="hidden" name="intent" value="revoke_link" />
                <input type="hidden" name="linkId" value={link.id} />
                <Button size="small" busy={busy}>
                  Take back<span className="sr-only"> the link of {link.expert}</span>
                </Button>
              </Form>
            ) : null}
          </div>
          {link.answer === null ? null : (
            <>
              <ExpertAnswer answer={link.answer} />
              <p className="text-sm text-muted">
                {link.answer.takenUpAt === null ? (
                  "Not taken into the evidence yet; that is done in the review itself."
                ) : (
                  <>
                    {link.takenUpByName ?? "A colleague"} took it into the evidence,{" "}
                    <Time iso={link.answer.takenUpAt} />.
                  </>
                )}
              </p>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
