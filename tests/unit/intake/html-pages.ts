/** A sentence of its own for each number, long enough that a few of them make an article. */
export function sentence(number: number): string {
  return `In paragraph ${number} the council said, after a long debate, that the budget had been approved by members.`;
}

/** Paragraphs that are together long enough to be an article. */
export const paragraphs = [1, 2, 3, 4, 5, 6]
  .map((number) => `<p>${sentence(number)}</p>`)
  .join("\n");

/** A page as an outlet would serve it, with this in its head and this as its article. */
export function page(head: string, article: string, lang = ' lang="en"'): string {
  return `<!doctype html><html${lang}><head><meta charset="utf-8">${head}</head><body>
    <nav><a href="/">Home</a> <a href="/world">World</a></nav>
    <main><article>${article}</article></main>
    <footer>All rights reserved.</footer></body></html>`;
}
