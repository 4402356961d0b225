/**
 * The address as it may be shown as a link: absolute http or https without credentials. Null for anything else
 * (`javascript:`, `data:`, relative, unparsable).
 */
export function safeLink(raw: string): string | null {
  const text = raw.trim();
  if (text.length > 2048 || !URL.canParse(text)) return null;
  const url = new URL(text);
  if (url.protocol !== "http:" && url.protocol !== "https:") return null;
  if (url.username !== "" || url.password !== "") return null;
  return url.href;
}
