import { Form, Link } from "@remix-run/react";

import { Button } from "~/components/ui/button";
import { failureOf, type FormState } from "~/components/ui/form-failure";
import { FailureNotice } from "~/components/ui/failure-notice";
import { ClaimFields } from "~/components/ui/hidden-fields";
import { Time } from "~/components/ui/time";
import type { Claim } from "~/domain/claim/claim";

export interface QueueOffer {
  claim: Pick<Claim, "id" | "statement" | "version">;
  leadName: string | null;
  idleSince: string;
}

export interface QueueOfferRowProps extends FormState {
  offer: QueueOffer;
}

/** A claim in review that nobody has worked on for days, and the button that takes it over. */
export function QueueOfferRow({ offer, failure, busy }: QueueOfferRowProps) {
  const { claim, leadName, idleSince } = offer;
  return (
    <li
      data-row=""
      className="relative focus-within:bg-surface grid gap-x-6 gap-y-1.5 px-4 py-3 hover:bg-surface md:grid-cols-[12rem_minmax(0,1fr)_13rem]"
    >
      <span className="text-muted">Offered</span>
      <span className="flex min-w-0 flex-col gap-0.5">
        <Link
          data-row-link=""
          to={`/desk/claims/${claim.id}`}
          className="scroll-my-20 rounded-sm font-medium after:absolute after:inset-0 hover:underline"
        >
          {claim.statement}
        </Link>
        <span className="text-sm text-muted">
          {leadName === null ? "Nobody leads it." : `${leadName} leads it and is told.`}
        </span>
      </span>
      <span className="flex flex-wrap items-center justify-between gap-2 text-sm text-muted">
        <span>
          Untouched since <Time iso={idleSince} />
        </span>
        <Form method="post" className="relative z-10">
          <ClaimFields intent="take_offer" claim={claim} />
          <Button size="small" busy={busy}>
            Take it over<span className="sr-only">: {claim.statement}</span>
          </Button>
        </Form>
      </span>
      <FailureNotice failure={failureOf(failure, "take_offer", claim.id)} />
    </li>
  );
}
