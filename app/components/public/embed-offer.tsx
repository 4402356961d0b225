/** The lines that put a verdict on another site, to be copied. */
export function EmbedOffer({ html }: { html: string }) {
  return (
    <details className="no-print rounded-lg border border-line">
      <summary className="min-h-9 px-4 py-2 font-medium">Show this verdict on your site</summary>
      <div className="flex flex-col gap-2 border-t border-line p-4">
        <p className="max-w-prose text-sm">
          Copy these lines into your page. The card follows later corrections; it sets no cookies
          and runs no script.
        </p>
        <pre className="overflow-x-auto rounded-md bg-sunken p-3 text-sm whitespace-pre-wrap wrap-anywhere select-all">
          <code>{html}</code>
        </pre>
      </div>
    </details>
  );
}
