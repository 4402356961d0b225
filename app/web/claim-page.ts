import type { LoaderFunctionArgs } from "@remix-run/node";

import type { Claim } from "~/domain/claim/claim";
import { reviewAccess, whileReadOnly, type ReviewAccess } from "~/domain/people/permissions";
import type { Person } from "~/domain/people/person";

import { isId, notFound, requirePerson } from "./guards";

/** A claim as the person who opens one of its pages stands to it. */
export interface OpenedClaim {
  person: Person;
  claim: Claim;
  /** Whether this person, as second reviewer, has decided on the submitted version; true for everybody else. */
  revealed: boolean;
  /** Whether the second reviewer has decided on the submitted version. */
  decided: boolean;
  access: ReviewAccess;
  /** Whether the whole desk is read-only now. */
  isReadOnly: boolean;
}

/** The claim that a page's address names. Throws the answer for strangers, for those who may not, and where none is. */
export async function openClaim({
  context,
  request,
  params,
}: LoaderFunctionArgs): Promise<OpenedClaim> {
  const person = requirePerson(context, request, "desk.enter");
  const { claims, reviews, desk } = context.ports;
  const id = params["id"] ?? "";
  const claim = isId(id) ? await claims.find(id) : null;
  if (!claim) throw notFound();
  const decided = claim.secondId !== null && (await reviews.revealed(claim.id, claim.secondId));
  const revealed = claim.secondId === person.id ? decided : true;
  const access = reviewAccess(person, claim, revealed);
  const isReadOnly = (await desk.readOnly()) !== null;
  return {
    person,
    claim,
    revealed,
    decided,
    isReadOnly,
    access: isReadOnly ? whileReadOnly(access) : access,
  };
}
