import { Form, Link } from "@remix-run/react";

import { Button } from "~/components/ui/button";
import { may } from "~/domain/people/permissions";
import { isSettled } from "~/domain/practice/practice";

import type { ClaimRoomProps } from "./claim-room";

/** For editors, on a settled claim: makes it one that people can practise on. */
export function PracticeCaseStep({
  person,
  claim,
  access,
  isPracticeCase,
  busy,
}: Pick<ClaimRoomProps, "person" | "claim" | "access" | "isPracticeCase" | "busy">) {
  if (!isSettled(claim.state) || access === "none" || !may(person, "practice.oversee")) return null;
  if (isPracticeCase) {
    return (
      <p className="text-sm text-muted">
        A{" "}
        <Link to="/desk/practice" className="text-accent underline">
          practice case
        </Link>
      </p>
    );
  }
  return (
    <Form method="post" action="/desk/practice?index" className="self-start">
      <input type="hidden" name="intent" value="mark_case" />
      <input type="hidden" name="claimId" value={claim.id} />
      <Button variant="quiet" busy={busy}>
        Use as a practice case
      </Button>
    </Form>
  );
}
