/** An error as RFC 9457 has it, for programs. `type` is left at its default: the status says what kind it is. */
export function problemAnswer(
  status: number,
  title: string,
  detail: string,
  headers: Record<string, string> = {},
  more: Record<string, unknown> = {},
): Response {
  return new Response(JSON.stringify({ type: "about:blank", title, status, detail, ...more }), {
    status,
    headers: {
      ...headers,
      "Content-Type": "application/problem+json; charset=utf-8",
      "Cache-Control": "no-store",
    },
  });
}
