/** How large a card is where nobody says otherwise, in CSS pixels. */
const usual = { width: 600, height: 300 };

export interface EmbedSize {
  width: number;
  height: number;
}

/** The size of a card that may be at most so large; sizes that are none are as if not given. */
export function embedSize(mostWidth: number | null, mostHeight: number | null): EmbedSize {
  const within = (size: number, most: number | null) =>
    most !== null && Number.isInteger(most) && most > 0 ? Math.min(size, most) : size;
  return {
    width: within(usual.width, mostWidth),
    height: within(usual.height, mostHeight),
  };
}

const escapes: Readonly<Record<string, string>> = {
  ...{ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" },
};

/** The frame that shows a verdict's card on another site, as HTML in which nothing of the title is markup. */
export function embedHtml(slug: string, title: string, size: EmbedSize, publicUrl: string): string {
  const written = title.replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign);
  return (
    `<iframe src="${publicUrl}/embed/${slug}" width="${size.width}" height="${size.height}" ` +
    `title="${written}" loading="lazy" referrerpolicy="no-referrer" ` +
    'sandbox="allow-popups allow-popups-to-escape-sandbox" style="border:0;max-width:100%"></iframe>'
  );
}

/** The verdict that an address of this site is about: its page or its card. Null for every other address. */
export function embeddedSlug(address: string, publicUrl: string): string | null {
  if (address.length > 2048 || !URL.canParse(address)) return null;
  const { host, protocol, pathname } = new URL(address);
  const ours = new URL(publicUrl);
  if (host !== ours.host || !["http:", "https:"].includes(protocol)) return null;
  return /^\/(?:claims|embed)\/([a-z0-9-]{3,120})\/?$/.exec(pathname)?.[1] ?? null;
}
