import { useEffect, useRef } from "react";

/** Opens the desk with the address of the page that is read, and the words that are marked on it. It holds no secret. */
export function bookmarkletCode(desk: string): string {
  const target = JSON.stringify(`${desk}/desk/articles/new?url=`);
  return `javascript:(()=>{const s=String(getSelection()).slice(0,4000);open(${target}+encodeURIComponent(location.href)+(s?"&text="+encodeURIComponent(s):""))})()`;
}

/** How a page is sent to the desk from where it is read. */
export function Bookmarklet({ desk }: { desk: string }) {
  const link = useRef<HTMLAnchorElement>(null);
  const code = bookmarkletCode(desk);
  // React does not write such an address. This page never runs it: its policy forbids that, and a click is explained.
  useEffect(() => link.current?.setAttribute("href", code), [code]);
  return (
    <details className="mt-6 rounded-lg border border-line bg-raised px-4 py-3 text-sm">
      <summary className="cursor-pointer font-medium">From the page that you read</summary>
      <div className="mt-2 flex flex-col gap-2 text-muted">
        <p>
          Drag{" "}
          <a
            ref={link}
            href="#bookmarklet"
            onClick={(event) => event.preventDefault()}
            className="rounded-sm border border-line-strong px-1.5 py-0.5 text-accent"
          >
            To Countersign
          </a>{" "}
          to your bookmarks bar, or make a bookmark with the address below. On any page it opens
          this form with the page’s address, and with the words that you have marked. It works where
          you are signed in, and holds no password and no token.
        </p>
        <textarea
          readOnly
          rows={3}
          aria-label="The bookmark’s address"
          value={code}
          className="w-full rounded-md border border-line-strong bg-sunken px-2 py-1 font-mono text-xs break-all text-ink"
        />
        <p>On a phone, add the desk to the home screen; then “Share” offers Countersign.</p>
      </div>
    </details>
  );
}
