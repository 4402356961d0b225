import { describe, expect, it } from "vitest";
import { fetcherFor, html, stubSite } from "./stub-site";

/** Sends /5 to /4, /4 to /3 and so on; /0 is the page. */
function countdown() {
  return stubSite((request, response) => {
    const left = Number((request.url ?? "").slice(1));
    if (left === 0) html(response);
    else response.writeHead(302, { location: `/${left - 1}` }).end("moved");
  });
}

describe("redirects", () => {
  it("are followed five times, and every address is told", async () => {
    const site = await countdown();
    const origin = `http://news.example:${site.port}`;
    const page = await fetcherFor(site)(`${origin}/5`);
    expect(page).toMatchObject({
      ok: true,
      value: {
        requestedUrl: `${origin}/5`,
        finalUrl: `${origin}/0`,
        redirects: [4, 3, 2, 1, 0].map((left) => `${origin}/${left}`),
      },
    });
  });

  it("are given up after the fifth", async () => {
    const site = await countdown();
    const page = await fetcherFor(site)(`http://news.example:${site.port}/6`);
    expect(page).toMatchObject({
      ok: false,
      error: {
        kind: "too_many_redirects",
        message:
          "The address was redirected more than 5 times. Nothing was saved. Paste the text instead.",
      },
    });
    expect(site.requests).toHaveLength(6);
  });

  it.each([
    ["http://127.0.0.2/", "private_address"],
    ["http://169.254.169.254/latest/meta-data/", "private_address"],
    ["http://[::1]/", "private_address"],
    ["http://0x7f000002/", "private_address"],
    ["//10.0.0.1/", "private_address"],
    ["file:///etc/passwd", "not_http"],
    ["gopher://127.0.0.1:70/x", "not_http"],
    ["data:text/html,<p>hello", "not_http"],
    ["http://user:secret@news.example/", "credentials"],
    ["http://[broken/", "bad_url"],
  ])("to %s are refused as %s", async (location, kind) => {
    const site = await stubSite((_request, response) => {
      response.writeHead(301, { location }).end();
    });
    const page = await fetcherFor(site)(`http://news.example:${site.port}/`);
    expect(page).toMatchObject({ ok: false, error: { kind } });
    expect(site.requests).toHaveLength(1);
  });

  it("to another port are refused", async () => {
    const site = await stubSite((_request, response) => {
      response.writeHead(307, { location: "http://news.example:22/" }).end();
    });
    const fetchPage = fetcherFor(site, { permitPort: (port) => port === site.port });
    const page = await fetchPage(`http://news.example:${site.port}/`);
    expect(page).toMatchObject({ ok: false, error: { kind: "port" } });
  });
});
