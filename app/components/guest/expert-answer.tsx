import { Badge, type BadgeTone } from "~/components/ui/badge";
import { stanceIcon } from "~/components/ui/icons";
import { Time } from "~/components/ui/time";
import { stanceLabel, type Stance } from "~/domain/evidence/evidence";
import type { GuestAnswer } from "~/domain/guest/guest-answer";
import { safeLink } from "~/domain/verdict/safe-link";
import { surenessLabel } from "~/domain/verdict/sureness";

const tones: Record<Stance, BadgeTone> = {
  supports: "success",
  refutes: "danger",
  context: "accent",
};

/** What an expert said, for those who may read the review. */
export function ExpertAnswer({ answer }: { answer: GuestAnswer }) {
  return (
    <div className="flex min-w-0 flex-col gap-2 wrap-anywhere">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm">
        <strong className="font-semibold">{answer.shownAs}</strong>
        <Badge tone={tones[answer.stance]} icon={stanceIcon[answer.stance]}>
          {stanceLabel[answer.stance]}
        </Badge>
        <span>{surenessLabel[answer.sure]}</span>
        {answer.named ? null : <Badge>Not to be named</Badge>}
        {answer.hasConflict ? <Badge tone="warning">Interest declared</Badge> : null}
        <Time iso={answer.answeredAt} className="text-muted" />
      </p>
      <p className="text-sm text-muted">Asked: {answer.question}</p>
      <blockquote className="max-w-prose border-l-4 border-line-strong pl-3 font-serif whitespace-pre-line">
        {answer.words}
      </blockquote>
      {answer.sources.length === 0 ? null : (
        <ul className="flex flex-col gap-1 text-sm">
          {answer.sources.map((source) => (
            <li key={source}>
              {safeLink(source) === null ? (
                source
              ) : (
                <a
                  href={source}
                  target="_blank"
                  rel="noopener noreferrer nofollow"
                  className="inline-flex min-h-6 items-center text-accent underline"
                >
                  {source}
                </a>
              )}
            </li>
          ))}
        </ul>
      )}
      <p className="text-sm">
        <span className="text-muted">Interests declared:</span>{" "}
        {answer.interests === "" ? "none" : answer.interests}
      </p>
    </div>
  );
}
