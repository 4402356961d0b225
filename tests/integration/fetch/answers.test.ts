import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { fetcherFor, html, stubSite } from "./stub-site";

describe("an ordinary page", () => {
  it("comes back with where it was found and when", async () => {
    const site = await stubSite((_request, response) => {
      html(response, "<p>Grüße</p>");
    });
    const fetchPage = fetcherFor(site, { now: () => new Date("2024-02-05T10:00:00Z") });
    const url = `http://news.example:${site.port}/a?b=c`;
    const page = await fetchPage(url);
    expect(page).toEqual({
      ok: true,
      value: {
        requestedUrl: url,
        finalUrl: url,
        redirects: [],
        etag: null,
        lastModified: null,
        status: 200,
        contentType: "text/html; charset=utf-8",
        bytes: Buffer.from("<p>Grüße</p>"),
        fetchedAt: "2024-02-05T10:00:00.000Z",
      },
    });
  });

  it("is asked for without cookies or credentials, under our own name", async () => {
    const site = await stubSite((request, response) => {
      if (request.url === "/next") html(response);
      else response.writeHead(302, { location: "/next", "set-cookie": "id=1" }).end();
    });
    await fetcherFor(site)(`http://news.example:${site.port}/`);
    expect(site.requests).toHaveLength(2);
    for (const { headers, method } of site.requests) {
      expect(method).toBe("GET");
      expect(headers["user-agent"]).toBe("Countersign/0.1 (+fact-checking; contact the desk)");
      expect(headers).not.toHaveProperty("cookie");
      expect(headers).not.toHaveProperty("authorization");
      expect(headers).not.toHaveProperty("referer");
    }
  });

  it.each([
    ["gzip", gzipSync],
    ["deflate", deflateSync],
    ["br", brotliCompressSync],
  ] as const)("is decompressed from %s", async (encoding, compress) => {
    const site = await stubSite((_request, response) => {
      response.writeHead(200, { "content-type": "text/html", "content-encoding": encoding });
      response.end(compress("<p>Packed</p>"));
    });
    const page = await fetcherFor(site)(`http://news.example:${site.port}/`);
    expect(page).toMatchObject({ ok: true, value: { bytes: Buffer.from("<p>Packed</p>") } });
  });

  it.each([
    "text/html",
    "application/xhtml+xml",
    "text/plain",
    "Text/Markdown; charset=UTF-8",
    "application/pdf",
    "application/octet-stream",
  ])("may be %s", async (type) => {
    const site = await stubSite((_request, response) => {
      response.writeHead(200, { "content-type": type }).end("text");
    });
    const page = await fetcherFor(site)(`http://news.example:${site.port}/`);
    expect(page).toMatchObject({ ok: true });
  });
});

describe("an answer that is no article", () => {
  it.each(["application/msword", "image/svg+xml", "application/json", "text/htmlx", ""])(
    "of type %j is refused",
    async (type) => {
      const site = await stubSite((_request, response) => {
        response.writeHead(200, type === "" ? {} : { "content-type": type }).end("x");
      });
      const page = await fetcherFor(site)(`http://news.example:${site.port}/`);
      expect(page).toMatchObject({ ok: false, error: { kind: "wrong_type" } });
      if (!page.ok && type !== "") expect(page.error.message).toContain(`holds ${type},`);
    },
  );

  it("does not get its own words into the message", async () => {
    const site = await stubSite((_request, response) => {
      response.writeHead(200, { "content-type": "call 555-1234 now!" }).end("x");
    });
    const page = await fetcherFor(site)(`http://news.example:${site.port}/`);
    expect(JSON.stringify(page)).not.toContain("555");
  });

  it.each([
    [404, "no page at this address (404)"],
    [403, "does not show this page to us (403)"],
    [503, "could not answer (503)"],
    [304, "status 304 instead of a page"],
    [302, "status 302 instead of a page"],
  ])("with status %i is explained", async (status, words) => {
    const site = await stubSite((_request, response) => {
      response.writeHead(status, { "content-type": "text/html" }).end();
    });
    const page = await fetcherFor(site)(`http://news.example:${site.port}/`);
    expect(page).toMatchObject({ ok: false, error: { kind: "http_status" } });
    if (!page.ok) expect(page.error.message).toContain(words);
  });
});
