import { describe, expect, it } from "vitest";

import { fail, ok } from "~/domain/result";

import type { FetchedPage, PageFetcher } from "../../../server/fetch";
import { fetchArticle as fetchWith, readAnswer, type PageReader } from "../../../server/intake";
import { page, paragraphs, sentence } from "./html-pages";

function answering(changes: Partial<FetchedPage>): PageFetcher {
  return (requestedUrl) =>
    Promise.resolve(
      ok({
        requestedUrl,
        finalUrl: "https://www.daily.example/final",
        redirects: ["https://www.daily.example/final"],
        status: 200,
        contentType: "text/html; charset=utf-8",
        bytes: new TextEncoder().encode(page("<title>Budget</title>", paragraphs)),
        fetchedAt: "2024-02-05T10:00:00.000Z",
        ...changes,
      }),
    );
}

const reader: Pick<PageReader, "read"> = {
  read: (job) => (job.kind === "page" ? readAnswer(job) : Promise.reject(new Error("Not a page"))),
};
const fetchArticle = (fetchPage: PageFetcher, url: string) => fetchWith(fetchPage, reader, url);

describe("fetchArticle", () => {
  it("says where the page was found and when", async () => {
    const draft = await fetchArticle(answering({}), "https://daily.example/old");
    expect(draft).toMatchObject({
      ok: true,
      value: {
        title: "Budget",
        outlet: "daily.example",
        sourceUrl: "https://www.daily.example/final",
        fetchedAt: "2024-02-05T10:00:00.000Z",
        text: [1, 2, 3, 4, 5, 6].map(sentence).join("\n\n"),
      },
    });
  });

  it("believes the charset of the header before that of the page", async () => {
    const bytes = Buffer.from(`<meta charset=utf-8><p>Köln: ${sentence(1)}</p>`, "latin1");
    const draft = await fetchArticle(
      answering({ bytes, contentType: "text/html; charset=ISO-8859-1" }),
      "https://daily.example/",
    );
    expect(draft.ok && draft.value.text).toContain("Köln");
  });

  it.each([
    ["text/plain", `# ${sentence(1)}`],
    ["text/markdown; charset=utf-8", sentence(1)],
  ])("reads %s as such", async (contentType, text) => {
    const bytes = new TextEncoder().encode(`# ${sentence(1)}`);
    const draft = await fetchArticle(answering({ bytes, contentType }), "https://daily.example/");
    expect(draft).toMatchObject({ ok: true, value: { text, outlet: "daily.example" } });
  });

  it("passes on why a page was not fetched", async () => {
    const problem = { kind: "timeout", message: "The page took too long." } as const;
    const draft = await fetchArticle(
      () => Promise.resolve(fail(problem)),
      "https://daily.example/",
    );
    expect(draft).toEqual({ ok: false, error: problem });
  });

  it("says why a file cannot be read, and nothing of choosing it again", async () => {
    const bytes = new TextEncoder().encode("%PDF-1.7\nnothing");
    const draft = await fetchArticle(answering({ bytes }), "https://daily.example/a.pdf");
    expect(draft).toEqual({
      ok: false,
      error: {
        kind: "file",
        message:
          "The file says that it is a PDF, but it is damaged and cannot be read. Nothing was saved. Open the file yourself and paste its text.",
      },
    });
  });

  it("says when there is no article on the page", async () => {
    const bytes = new TextEncoder().encode("<p>Log in</p>");
    const draft = await fetchArticle(answering({ bytes }), "https://daily.example/");
    expect(draft).toMatchObject({ ok: false, error: { kind: "no_text" } });
  });
});
