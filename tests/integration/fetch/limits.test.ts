import { brotliCompressSync, gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { fetcherFor, html, stubSite } from "./stub-site";

const page = { "content-type": "text/html" };

describe("too much", () => {
  it("is refused by its announced length", async () => {
    const site = await stubSite((_request, response) => {
      response.writeHead(200, { ...page, "content-length": "5000001" });
      response.flushHeaders();
    });
    const found = await fetcherFor(site)(`http://news.example:${site.port}/`);
    expect(found).toMatchObject({
      ok: false,
      error: {
        kind: "too_large",
        message: "The page is larger than 5 MB. Nothing was saved. Paste the text instead.",
      },
    });
  });

  it("is refused when it just keeps coming", async () => {
    const site = await stubSite((_request, response) => {
      response.writeHead(200, page);
      const more = (): void => {
        while (!response.destroyed && response.write("x".repeat(65_536)));
      };
      response.on("drain", more);
      more();
    });
    const found = await fetcherFor(site)(`http://news.example:${site.port}/`);
    expect(found).toMatchObject({ ok: false, error: { kind: "too_large" } });
  });

  it("may be exactly the limit", async () => {
    const site = await stubSite((_request, response) => {
      html(response, "x".repeat(1000));
    });
    const url = `http://news.example:${site.port}/`;
    expect(await fetcherFor(site, { limits: { maxBytes: 1000 } })(url)).toMatchObject({ ok: true });
    expect(await fetcherFor(site, { limits: { maxBytes: 999 } })(url)).toMatchObject({
      ok: false,
      error: { kind: "too_large" },
    });
  });

  it.each([
    ["gzip", gzipSync],
    ["br", brotliCompressSync],
  ] as const)("does not hide inside %s", async (encoding, compress) => {
    const bomb = compress(Buffer.alloc(50_000_000));
    expect(bomb.byteLength).toBeLessThan(100_000);
    const site = await stubSite((_request, response) => {
      response.writeHead(200, { ...page, "content-encoding": encoding }).end(bomb);
    });
    const found = await fetcherFor(site)(`http://news.example:${site.port}/`);
    expect(found).toMatchObject({ ok: false, error: { kind: "too_large" } });
  });

  it.each(["zstd", "gzip, gzip", "compress"])("is not unpacked from %s", async (encoding) => {
    const site = await stubSite((_request, response) => {
      response.writeHead(200, { ...page, "content-encoding": encoding }).end("x");
    });
    const found = await fetcherFor(site)(`http://news.example:${site.port}/`);
    expect(found).toMatchObject({ ok: false, error: { kind: "wrong_type" } });
  });

  it("in the headers is refused", async () => {
    const site = await stubSite((_request, response) => {
      response.writeHead(200, { ...page, "x-long": "x".repeat(100_000) }).end("x");
    });
    const found = await fetcherFor(site)(`http://news.example:${site.port}/`);
    expect(found).toMatchObject({ ok: false, error: { kind: "unreachable" } });
  });
});

describe("too slow", () => {
  const limits = { totalMs: 300 };
  const timeout = {
    ok: false,
    error: {
      kind: "timeout",
      message:
        "The page took longer than 0.3 seconds. Nothing was saved. Try again or paste the text.",
    },
  };

  it("ends a body that drips", async () => {
    const site = await stubSite((_request, response) => {
      response.writeHead(200, page);
      const drip = setInterval(() => response.write("x"), 20);
      response.on("close", () => {
        clearInterval(drip);
      });
    });
    const found = await fetcherFor(site, { limits })(`http://news.example:${site.port}/`);
    expect(found).toEqual(timeout);
  });

  it("ends headers that never come", async () => {
    const site = await stubSite(() => undefined);
    const found = await fetcherFor(site, { limits })(`http://news.example:${site.port}/`);
    expect(found).toEqual(timeout);
  });

  it("ends a chain of slow redirects as a whole", async () => {
    const site = await stubSite((_request, response) => {
      setTimeout(() => response.writeHead(302, { location: "/again" }).end(), 120);
    });
    const found = await fetcherFor(site, { limits })(`http://news.example:${site.port}/`);
    expect(found).toEqual(timeout);
  });

  it("ends a name server that does not answer", async () => {
    const site = await stubSite((_request, response) => {
      html(response);
    });
    const resolve = () => new Promise<string[]>(() => undefined);
    const found = await fetcherFor(site, { limits, resolve })(`http://slow.example:${site.port}/`);
    expect(found).toEqual(timeout);
  });

  it("ends a compressed body that unpacks to nothing for ever", async () => {
    const empty = gzipSync("");
    const site = await stubSite((_request, response) => {
      response.writeHead(200, { ...page, "content-encoding": "gzip" });
      const drip = setInterval(() => response.write(empty), 5);
      response.on("close", () => {
        clearInterval(drip);
      });
    });
    const found = await fetcherFor(site, { limits })(`http://news.example:${site.port}/`);
    expect(found).toEqual(timeout);
  });
});

describe("a person who gives up", () => {
  it("ends the request, and gets the reason back", async () => {
    const gaveUp = new AbortController();
    const site = await stubSite(() => {
      gaveUp.abort(new Error("The tab was closed."));
    });
    const found = fetcherFor(site)(`http://news.example:${site.port}/`, gaveUp.signal);
    await expect(found).rejects.toThrow("The tab was closed.");
  });
});
