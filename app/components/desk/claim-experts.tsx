import { GraduationCap } from "lucide-react";
import { useMemo, type ReactNode } from "react";

import { OfferedAnswersContext } from "~/components/guest/expert-answers-context";
import { ButtonLink } from "~/components/ui/button";
import { mayAskExperts, maySeeExperts } from "~/domain/people/permissions";

import type { ClaimRoomProps } from "./claim-room";

type Of = Pick<ClaimRoomProps, "person" | "claim" | "access" | "expertAnswers">;

/** Hands the answers of experts to the live review, which offers them above its evidence. */
export function ExpertAnswersOffered({
  person,
  claim,
  access,
  expertAnswers,
  children,
}: Of & { children: ReactNode }) {
  const mayTake = mayAskExperts(person, claim, access);
  const offered = useMemo(() => ({ answers: expertAnswers, mayTake }), [expertAnswers, mayTake]);
  return (
    <OfferedAnswersContext.Provider value={offered}>{children}</OfferedAnswersContext.Provider>
  );
}

/** The way to whom the desk asks from outside, for those who ask. */
export function ExpertsLink({ person, claim, access, expertAnswers }: Of) {
  if (!maySeeExperts(person, claim, access)) return null;
  const mayAsk = mayAskExperts(person, claim, access);
  if (!mayAsk && expertAnswers.length === 0) return null;
  const waiting = expertAnswers.filter(({ takenUpAt }) => takenUpAt === null).length;
  return (
    <ButtonLink
      to={`/desk/claims/${claim.id}/experts`}
      variant="quiet"
      icon={GraduationCap}
      className="self-start"
    >
      {mayAsk ? "Ask an expert" : "Experts asked"}
      {waiting > 0 ? ` (${waiting} not taken up)` : ""}
    </ButtonLink>
  );
}
