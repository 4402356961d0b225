import type { ReactNode } from "react";

import { SkipLink } from "~/components/ui/skip-link";

import { Brand } from "./brand";
import { ReadOnlyWord } from "./read-only-word";

export interface PublicShellProps {
  children: ReactNode;
  /** Nothing can be changed on the desk now. */
  readOnly?: boolean;
  /** Further pages for readers, in the footer: corrections, verification, feeds. */
  links?: readonly { href: string; label: string }[];
}

/** The frame of the public pages. Plain links only: these pages are complete without scripts. */
export function PublicShell({ children, readOnly = false, links = [] }: PublicShellProps) {
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink />
      <header className="border-b border-line bg-raised">
        <div className="mx-auto flex min-h-14 max-w-5xl flex-wrap items-center justify-between gap-x-6 px-4 sm:px-6">
          <a href="/" className="flex min-h-8 items-center rounded-sm no-underline">
            <Brand />
          </a>
          <nav aria-label="Site" className="no-print flex gap-5 text-sm">
            <a
              href="/"
              className="inline-flex min-h-6 items-center rounded-sm text-muted hover:text-ink hover:underline"
            >
              Reports
            </a>
            <a
              href="/search"
              className="inline-flex min-h-6 items-center rounded-sm text-muted hover:text-ink hover:underline"
            >
              Search
            </a>
            <a
              href="/desk"
              className="inline-flex min-h-6 items-center rounded-sm text-muted hover:text-ink hover:underline"
            >
              The desk
            </a>
          </nav>
        </div>
      </header>
      {readOnly ? <ReadOnlyWord /> : null}
      <main id="main" tabIndex={-1} className="flex-1 bg-raised focus:outline-none">
        {children}
      </main>
      <footer className="border-t border-line">
        <div className="mx-auto flex max-w-5xl flex-col gap-3 px-4 py-8 text-sm text-muted sm:px-6">
          <p className="max-w-prose">
            Each verdict here was reached twice: a second person decided before seeing the first
            verdict, and signed the exact words that you read.
          </p>
          {links.length > 0 ? (
            <ul className="no-print flex flex-wrap gap-x-5 gap-y-1">
              {links.map(({ href, label }) => (
                <li key={href}>
                  <a href={href} className="inline-flex min-h-6 items-center underline">
                    {label}
                  </a>
                </li>
              ))}
            </ul>
          ) : null}
        </div>
      </footer>
    </div>
  );
}
