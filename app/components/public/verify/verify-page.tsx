import { Button } from "~/components/ui/button";
import { FileField, TextAreaField } from "~/components/ui/field";

import { ResultTemplates } from "./result-templates";

export interface VerifyPageProps {
  /** The verdict that the reader came from, by the last part of its address. */
  claim: string | null;
}

/**
 * Where a reader checks a verdict's bundle. Everything is checked in the browser, by `in-browser.ts`; nothing is sent
 * anywhere.
 */
export function VerifyPage({ claim }: VerifyPageProps) {
  return (
    <article className="mx-auto flex max-w-3xl flex-col gap-8 px-4 py-8 sm:px-6 sm:py-12">
      <header className="flex flex-col gap-3">
        <h1 className="font-serif text-3xl font-semibold">Verify a verdict</h1>
        <p className="max-w-prose">
          Each published verdict can be had as a file, its bundle, with the proof that it stands in
          our public log exactly as it was published. It is checked here in your browser: nothing is
          sent anywhere, and you can go offline now.
        </p>
        <noscript>
          <p className="rounded-md border border-line-strong px-3 py-2">
            This page needs JavaScript. Without it, <code>npm run -s cli -- verify FILE</code> of
            the program that this site runs on does the same.
          </p>
        </noscript>
        {claim === null ? null : (
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <Button type="button" disabled data-when-ready="" data-take={`/claims/${claim}.json`}>
              Take this verdict’s bundle and check it
            </Button>
            <a
              href={`/claims/${claim}.json`}
              download={`${claim}.json`}
              className="inline-flex min-h-6 items-center text-accent underline"
            >
              Download the bundle
            </a>
          </div>
        )}
      </header>

      <form id="verify-form" className="flex flex-col gap-5" method="post">
        <FileField
          label="The bundle’s file"
          name="bundle-file"
          optional="unsaid"
          accept=".json,application/json"
        />
        <TextAreaField
          label="Or the bundle itself"
          name="bundle"
          optional="unsaid"
          rows={6}
          spellCheck={false}
          className="[&_textarea]:font-mono [&_textarea]:text-sm"
        />
        <FileField label="The key’s file" name="keys-file" optional />
        <TextAreaField
          label="Or the key itself"
          name="keys"
          optional
          rows={2}
          spellCheck={false}
          hint={
            <>
              What{" "}
              <a href="/log/key" className="text-accent underline">
                /log/key
              </a>{" "}
              answered when you last had reason to trust it. Without one, the key in the bundle is
              taken, which shows that the bundle is whole, and not whose it is.
            </>
          }
          className="[&_textarea]:font-mono [&_textarea]:text-sm"
        />
        <div>
          <Button variant="primary" disabled data-when-ready="">
            Check
          </Button>
        </div>
      </form>
      <section id="verify-result" tabIndex={-1} aria-label="Result" className="rounded-md" />
      <ResultTemplates />
    </article>
  );
}
