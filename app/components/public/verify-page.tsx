import { useRef, useState, type ChangeEvent } from "react";

import { Button } from "~/components/ui/button";
import { FileField, TextAreaField } from "~/components/ui/field";
import { useHydrated } from "~/components/ui/use-hydrated";
import { checkBundle } from "~/domain/log/check-bundle";

import { VerifyResult, type Checked } from "./verify-result";

export interface VerifyPageProps {
  /** The verdict that the reader came from, by the last part of its address. */
  claim: string | null;
  /** Brings that verdict's bundle from the server. Rejects where it does not come. */
  takeBundle(claim: string): Promise<string>;
}

const failed = (error: string): Checked => ({ ok: false, error });

/** Where a reader checks a verdict's bundle. Everything is checked in the browser; nothing is sent anywhere. */
export function VerifyPage({ claim, takeBundle }: VerifyPageProps) {
  const isReady = useHydrated();
  const [bundle, setBundle] = useState("");
  const [keys, setKeys] = useState("");
  const [checked, setChecked] = useState<Checked | null>(null);
  const [isTaking, setIsTaking] = useState(false);
  const result = useRef<HTMLDivElement>(null);

  function show(found: Checked) {
    setChecked(found);
    // Drawn first, so that what gets the keyboard is the new result.
    requestAnimationFrame(() => result.current?.focus());
  }

  function check(text: string) {
    if (text.trim() === "")
      return show(failed("There is no bundle yet. Choose its file or paste it."));
    show(checkBundle(text, keys.trim() === "" ? null : keys));
  }

  async function choose(event: ChangeEvent<HTMLInputElement>, fill: (text: string) => void) {
    const file = event.target.files?.[0];
    if (!file) return;
    try {
      fill(await file.text());
      setChecked(null);
    } catch {
      show(failed(`“${file.name}” cannot be read. Choose it again, or paste what is in it.`));
    }
  }

  async function take(slug: string) {
    setIsTaking(true);
    try {
      const text = await takeBundle(slug);
      setBundle(text);
      check(text);
    } catch {
      show(
        failed(
          "The bundle did not come from the server. Try again, or choose a copy that you have.",
        ),
      );
    } finally {
      setIsTaking(false);
    }
  }

  return (
    <article className="mx-auto flex max-w-3xl flex-col gap-8 px-4 py-8 sm:px-6 sm:py-12">
      <header className="flex flex-col gap-3">
        <h1 className="font-serif text-3xl font-semibold">Verify a verdict</h1>
        <p className="max-w-prose">
          Each published verdict can be had as a file, its bundle, with the proof that it stands in
          our public log exactly as it was published. It is checked here in your browser: nothing is
          sent anywhere, and you can go offline now.
        </p>
        {isReady ? null : (
          <noscript>
            <p className="rounded-md border border-line-strong px-3 py-2">
              This page needs JavaScript. Without it, <code>npm run -s cli -- verify FILE</code> of
              the program that this site runs on does the same.
            </p>
          </noscript>
        )}
        {claim === null ? null : (
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <Button
              type="button"
              busy={isTaking}
              disabled={!isReady}
              onClick={() => void take(claim)}
            >
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

      <form
        className="flex flex-col gap-5"
        method="post"
        onSubmit={(event) => {
          event.preventDefault();
          check(bundle);
        }}
      >
        <FileField
          label="The bundle’s file"
          name="bundle-file"
          optional="unsaid"
          accept=".json,application/json"
          onChange={(event) => void choose(event, setBundle)}
        />
        <TextAreaField
          label="Or the bundle itself"
          name="bundle"
          optional="unsaid"
          rows={6}
          spellCheck={false}
          value={bundle}
          onChange={(event) => setBundle(event.target.value)}
          className="[&_textarea]:font-mono [&_textarea]:text-sm"
        />
        <FileField
          label="The key’s file"
          name="keys-file"
          optional
          onChange={(event) => void choose(event, setKeys)}
        />
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
          value={keys}
          onChange={(event) => setKeys(event.target.value)}
          className="[&_textarea]:font-mono [&_textarea]:text-sm"
        />
        <div>
          <Button variant="primary" disabled={!isReady}>
            Check
          </Button>
        </div>
      </form>
      <div ref={result} tabIndex={-1} aria-label="Result" role="region" className="rounded-md">
        {checked === null ? null : <VerifyResult checked={checked} />}
      </div>
    </article>
  );
}
