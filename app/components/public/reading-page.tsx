import type { ReactNode } from "react";

export interface ReadingPageProps {
  title: string;
  /** What the page is about, in a sentence or two. */
  lead: string;
  children: ReactNode;
}

/** A page about the site, for readers: a title, what it is about, and the text. */
export function ReadingPage({ title, lead, children }: ReadingPageProps) {
  return (
    <article className="mx-auto flex max-w-4xl flex-col gap-10 px-4 py-8 sm:px-6 sm:py-12">
      <header className="flex max-w-prose flex-col gap-3">
        <h1 className="font-serif text-3xl font-semibold">{title}</h1>
        <p className="text-lg text-muted">{lead}</p>
      </header>
      {children}
    </article>
  );
}

/** Paragraphs in the width that is read well. */
export function Prose({ children }: { children: ReactNode }) {
  return <div className="flex max-w-prose flex-col gap-3">{children}</div>;
}
