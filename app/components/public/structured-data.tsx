/**
 * What a page says, for machines. A script element that no browser runs, so it needs no nonce, and the page stays the same
 * from one request to the next.
 *
 * @param json from `scriptSafeJson`, so that nothing in it can close the element.
 */
export function StructuredData({ json }: { json: string }) {
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />;
}
