import type { ReactNode } from "react";

import { Passage } from "~/components/desk/passage";
import { Brand } from "~/components/layout/brand";
import { ReadOnlyWord } from "~/components/layout/read-only-word";
import type { FormState } from "~/components/ui/form-failure";
import { Notice } from "~/components/ui/notice";
import { Section } from "~/components/ui/page";
import { CivilDate, Time } from "~/components/ui/time";
import { safeLink } from "~/domain/verdict/safe-link";

import { GuestAnswerForm } from "./guest-answer-form";

export interface GuestClaim {
  expert: string;
  affiliation: string;
  question: string;
  expiresAt: string;
  statement: string;
  article: { title: string; outlet: string | null; publishedOn: string | null; language: string };
  passage: readonly (readonly { text: string; marked: boolean }[])[];
  evidence: readonly { id: string; title: string; url: string; excerpt: string }[];
  /** Why nothing can be sent now; null while something can. */
  readOnly: string | null;
}

export interface GuestPageProps extends FormState {
  claim: GuestClaim;
}

/** What a guest expert sees: one claim, its place in the article, the sources so far, and the form for one answer. */
export function GuestPage({ claim, ...form }: GuestPageProps) {
  const { outlet, publishedOn, title, language } = claim.article;
  return (
    <>
      <div className="flex flex-col gap-2">
        <h1 className="text-2xl font-semibold">A question about one claim</h1>
        <p className="wrap-anywhere">
          Dear {[claim.expert, claim.affiliation].filter(Boolean).join(", ")}: a fact-checking desk
          asks for what you know about the claim below. This link is meant for you alone. It takes
          one answer, until <Time iso={claim.expiresAt} />.
        </p>
      </div>
      <Section title="The question">
        <p className="text-lg whitespace-pre-line wrap-anywhere">{claim.question}</p>
      </Section>
      <Section title="The claim">
        <p className="text-lg font-semibold wrap-anywhere">{claim.statement}</p>
        <Passage passage={claim.passage} language={language} />
        <p className="text-sm text-muted wrap-anywhere">
          From “{title}”{outlet === null ? null : `, ${outlet}`}
          {publishedOn === null ? null : (
            <>
              , <CivilDate date={publishedOn} />
            </>
          )}
        </p>
      </Section>
      <Section title="Evidence so far" aside={`${claim.evidence.length}`}>
        <GuestEvidence evidence={claim.evidence} />
      </Section>
      <Section title="Your answer">
        <GuestAnswerForm expert={claim.expert} readOnly={claim.readOnly} {...form} />
      </Section>
    </>
  );
}

export interface GuestFrameProps {
  children: ReactNode;
  readOnly: boolean;
}

export function GuestFrame({ children, readOnly }: GuestFrameProps) {
  return (
    <>
      {readOnly ? <ReadOnlyWord /> : null}
      <main id="main" className="mx-auto flex min-h-dvh max-w-3xl flex-col gap-8 px-4 py-8 sm:px-6">
        <Brand />
        {children}
      </main>
    </>
  );
}

function GuestEvidence({ evidence }: Pick<GuestClaim, "evidence">) {
  if (evidence.length === 0) {
    return <p className="text-muted">The desk has collected nothing yet.</p>;
  }
  return (
    <ol className="flex list-decimal flex-col gap-4 pl-6">
      {evidence.map(({ id, title, url, excerpt }) => {
        const address = safeLink(url);
        return (
          <li key={id} className="pl-1">
            <p className="font-semibold wrap-anywhere">
              {address === null ? (
                title || "A source without a title"
              ) : (
                <a
                  href={address}
                  target="_blank"
                  rel="noopener noreferrer nofollow"
                  className="text-accent underline"
                >
                  {title || address}
                </a>
              )}
            </p>
            {excerpt === "" ? null : (
              <blockquote className="mt-1 border-l-4 border-line-strong pl-3 font-serif whitespace-pre-line wrap-anywhere">
                {excerpt}
              </blockquote>
            )}
          </li>
        );
      })}
    </ol>
  );
}

export type ShutGuestLink = "answered" | "revoked" | "expired" | "moved_on" | "unknown";

const shut: Record<ShutGuestLink, { kind: "success" | "warning"; title: string; words: string }> = {
  answered: {
    kind: "success",
    title: "Your answer has arrived. Thank you.",
    words:
      "The desk keeps it as you sent it, and takes it from here. It cannot be changed; if something has to be added, write to whoever sent you the link.",
  },
  revoked: {
    kind: "warning",
    title: "The desk has taken this link back",
    words: "Nothing more is needed from you. If you did not expect this, ask whoever sent it.",
  },
  expired: {
    kind: "warning",
    title: "This link has run out",
    words: "Ask whoever sent it for another one, if you still want to answer.",
  },
  moved_on: {
    kind: "warning",
    title: "The review of this claim has moved on",
    words:
      "It is closed for new evidence at the moment, so the desk cannot take in an answer. Write to whoever sent you the link if what you know matters.",
  },
  unknown: {
    kind: "warning",
    title: "This link is not known",
    words: "Check that it is complete; it may have been cut off on its way to you.",
  },
};

/** A link that takes no answer, or not any more: why, and what to do. */
export function ShutGuestPage({
  status,
  kept,
}: {
  status: ShutGuestLink;
  /** What was typed into a form that could not be sent. */
  kept: readonly string[];
}) {
  const { kind, title, words } = shut[status];
  return (
    <>
      <h1 className="text-2xl font-semibold">A question about one claim</h1>
      <Notice kind={kind} title={title} live>
        {words}
      </Notice>
      {kept.length === 0 ? null : (
        <Section title="What you wrote">
          <p className="text-sm text-muted">It was not sent. Copy it, if you want to keep it.</p>
          {kept.map((text) => (
            <p
              key={text}
              className="border-l-4 border-line-strong pl-3 whitespace-pre-line wrap-anywhere"
            >
              {text}
            </p>
          ))}
        </Section>
      )}
    </>
  );
}
