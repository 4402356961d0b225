import { useFetcher } from "@remix-run/react";
import { FileInput } from "lucide-react";
import { useContext, useRef } from "react";
import type * as Y from "yjs";

import {
  addEvidence,
  findCard,
  restoreEvidence,
  type EvidenceCard as Card,
} from "~/collab/review-document";
import type { ReviewSession } from "~/collab/review-session";
import { useY } from "~/collab/use-y";
import { ExpertAnswer } from "~/components/guest/expert-answer";
import { OfferedAnswersContext } from "~/components/guest/expert-answers-context";
import { Button } from "~/components/ui/button";
import type { FormFailure } from "~/components/ui/form-failure";
import { Notice } from "~/components/ui/notice";
import { evidenceOf, type GuestAnswer } from "~/domain/guest/guest-answer";

import { fieldElementId } from "./discussion/field-place";

export interface OfferedAnswersProps {
  session: ReviewSession;
  claimId: string;
  evidence: Y.Array<Card>;
}

/** Answers of experts that nobody has taken into the evidence yet. One click makes each a source of its own. */
export function OfferedAnswers({ session, claimId, evidence }: OfferedAnswersProps) {
  useY(evidence);
  const { answers, mayTake } = useContext(OfferedAnswersContext);
  const { take, failure } = useTakeUp(session, claimId);
  const offered = answers.filter(({ takenUpAt }) => takenUpAt === null);
  if (offered.length === 0) return null;
  return (
    <section
      aria-labelledby="offered-answers"
      className="flex flex-col gap-3 rounded-lg border border-accent bg-accent-soft p-3"
    >
      <h3 id="offered-answers" className="text-lg font-semibold">
        Answers of experts, not yet taken up
      </h3>
      {failure === null ? null : <Notice kind="danger" live title={failure.message} />}
      <ul className="flex flex-col gap-3">
        {offered.map((answer) => (
          <li
            key={answer.id}
            className="flex flex-col items-start gap-3 rounded-md border border-line bg-raised p-3"
          >
            <ExpertAnswer answer={answer} />
            {mayTake ? (
              <Button type="button" icon={FileInput} onClick={() => take(answer)}>
                Take into the evidence
                <span className="sr-only">: {answer.shownAs}</span>
              </Button>
            ) : (
              <p className="text-sm text-muted">
                The lead or an editor takes it into the evidence.
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/**
 * Puts an answer among the sources, under its own id so that it stands there once, and has it noted as taken up when the
 * server has saved that.
 */
function useTakeUp(session: ReviewSession, claimId: string) {
  const { submit, data } = useFetcher<FormFailure | { link: null }>();
  const underWay = useRef(new Set<string>());
  const note = async (answerId: string) => {
    await saved(session);
    await submit(
      { intent: "take_up", claimId, answerId },
      { method: "post", action: `/desk/claims/${claimId}/experts` },
    );
  };
  const take = (answer: GuestAnswer) => {
    const { id } = answer;
    if (underWay.current.has(id)) return;
    underWay.current.add(id);
    if (findCard(session.doc, id) === null) addEvidence(session.doc, evidenceOf(answer));
    else restoreEvidence(session.doc, id);
    void note(id).finally(() => underWay.current.delete(id));
    // What was clicked goes away; whoever works by keyboard goes on in what it became.
    const place = fieldElementId({ field: "evidence", card: id });
    requestAnimationFrame(() => {
      document.getElementById(place)?.querySelector("input")?.focus();
    });
  };
  return { take, failure: data && "message" in data ? data : null };
}

/** Resolves when nothing of this session waits for the server. */
function saved(session: ReviewSession): Promise<void> {
  const isSaved = () => session.getSnapshot().unsavedSince === null;
  return new Promise((resolve) => {
    if (isSaved()) return resolve();
    const stop = session.subscribe(() => {
      if (!isSaved()) return;
      stop();
      resolve();
    });
  });
}
