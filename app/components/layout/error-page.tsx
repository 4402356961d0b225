import { Time } from "~/components/ui/time";

import { ReadOnlyWord } from "./read-only-word";

interface Words {
  title: string;
  text: string;
}

const known: Record<number, Words> = {
  401: {
    title: "You are signed out",
    text: "Sign in again. What you were typing in a claim room is kept on this device.",
  },
  403: {
    title: "This is not open to you",
    text: "Your account may not see or do this. An editor can tell you why, or change it.",
  },
  503: {
    title: "The desk’s storage does not answer",
    text: "What was saved before is kept, and edits in an open claim room are kept on your device. Load the page again in a moment.",
  },
  410: {
    title: "This report was unpublished",
    text: "It stood here, and the desk has taken it back. That it did is on record in the public log.",
  },
  404: {
    title: "There is nothing here",
    text: "The address is wrong, or what stood here has been moved. Nothing was lost.",
  },
};

const fault: Words = {
  title: "Something went wrong on our side",
  text: "What was saved before is kept. Try again in a moment; if it happens again, tell the desk’s admin.",
};

export interface ErrorPageProps {
  status: number;
  readOnly?: boolean;
  /** Why a report was taken from readers, and when. */
  unpublished?: { reason: string; at: string } | null;
}

/** What is shown in place of a page that could not be: what happened, what was kept, what to do. */
export function ErrorPage({ status, readOnly = false, unpublished = null }: ErrorPageProps) {
  const { title, text } = known[status] ?? fault;
  return (
    <main className="mx-auto flex min-h-dvh max-w-xl flex-col justify-center gap-3 p-6">
      {readOnly ? <ReadOnlyWord /> : null}
      <p className="text-sm text-muted">Error {status}</p>
      <h1 className="text-2xl font-semibold">{title}</h1>
      <p>{text}</p>
      {unpublished === null ? null : (
        <p className="border-l-4 border-line-strong pl-3 whitespace-pre-line wrap-anywhere">
          <Time iso={unpublished.at} className="block text-sm text-muted" />
          {unpublished.reason}
        </p>
      )}
      <p className="flex gap-4">
        <a className="text-accent underline" href="/desk">
          Go to the desk
        </a>
        <a className="text-accent underline" href="/">
          Published reports
        </a>
      </p>
    </main>
  );
}
