import { request } from "undici";
import { describe, expect, it, vi } from "vitest";
import { createPageFetcher } from "../../../server/fetch";
import { fetcherFor, html, stubSite } from "./stub-site";

const spellings = [
  "127.0.0.1",
  "127.1",
  "127.0.1",
  "127.255.255.254",
  "127.0.0.1.",
  "2130706433",
  "0x7f000001",
  "0x7f.0.0.1",
  "0x7f.1",
  "0177.0.0.1",
  "0177.0.0.01",
  "017700000001",
  "00000177.1",
  "①②⑦.⓪.⓪.①",
  "127。0。0。1",
  "１２７.0.0.1",
  "%31%32%37.0.0.1",
  "0",
  "0.0.0.0",
  "[::]",
  "[::1]",
  "[0:0:0:0:0:0:0:1]",
  "[::ffff:127.0.0.1]",
  "[::ffff:7f00:1]",
  "[0:0:0:0:0:ffff:7f00:1]",
  "[::ffff:0:127.0.0.1]",
  "[::127.0.0.1]",
  "[64:ff9b::127.0.0.1]",
  "[64:ff9b:1::127.0.0.1]",
  "[2002:7f00:1::]",
  "[2001:0:7f00:1::]",
  "localhost",
  "LOCALHOST",
  "localhost.",
  "127.0.0.1.nip.io",
  "ip6-localhost",
  "ⓛocalhost",
];

const resolve = (hostname: string) =>
  Promise.resolve(hostname === "ip6-localhost" ? ["::1"] : ["127.0.0.1"]);

describe("a page on loopback", () => {
  it.each(spellings)("is not reached as %s", async (spelling) => {
    const canary = await stubSite((_request, response) => {
      html(response);
    });
    const fetchPage = createPageFetcher({ resolve, permitPort: () => true });
    const page = await fetchPage(`http://${spelling}:${canary.port}/`);
    expect(page).toMatchObject({ ok: false, error: { kind: "private_address" } });
    expect(canary.requests).toHaveLength(0);
  });

  it("would be reached without the guard", async () => {
    const canary = await stubSite((_request, response) => {
      html(response);
    });
    await request(`http://2130706433:${canary.port}/`);
    expect(canary.requests).toHaveLength(1);
  });

  it("is not reached over IPv6", async () => {
    const canary = await stubSite((_request, response) => {
      html(response);
    }, "::1");
    const fetchPage = createPageFetcher({ permitPort: () => true });
    const page = await fetchPage(`http://[::1]:${canary.port}/`);
    expect(page).toMatchObject({ ok: false, error: { kind: "private_address" } });
    expect(canary.requests).toHaveLength(0);
  });

  it("is not reached through the system's own resolver", async () => {
    const canary = await stubSite((_request, response) => {
      html(response);
    });
    const fetchPage = createPageFetcher({ permitPort: () => true });
    const page = await fetchPage(`http://localhost:${canary.port}/`);
    expect(page).toMatchObject({ ok: false, error: { kind: "private_address" } });
    expect(canary.requests).toHaveLength(0);
  });

  it("is not named in the message", async () => {
    const fetchPage = createPageFetcher({ resolve: () => Promise.resolve(["10.11.12.13"]) });
    const page = await fetchPage("http://intranet.example/");
    expect(JSON.stringify(page)).not.toContain("10.11");
  });
});

describe("a name with several addresses", () => {
  it("is refused when any of them is private", async () => {
    const canary = await stubSite((_request, response) => {
      html(response);
    });
    const fetchPage = createPageFetcher({
      resolve: () => Promise.resolve(["93.184.216.34", "127.0.0.1"]),
      permitPort: () => true,
    });
    const page = await fetchPage(`http://mixed.example:${canary.port}/`);
    expect(page).toMatchObject({ ok: false, error: { kind: "private_address" } });
    expect(canary.requests).toHaveLength(0);
  });

  it("is refused when an answer is not an address at all", async () => {
    const fetchPage = createPageFetcher({ resolve: () => Promise.resolve(["localhost"]) });
    const page = await fetchPage("http://odd.example/");
    expect(page).toMatchObject({ ok: false, error: { kind: "private_address" } });
  });
});

describe("a name that changes its address", () => {
  it("is connected to where it was checked, and asked for once", async () => {
    const site = await stubSite((_request, response) => {
      html(response);
    });
    const answers = [["127.0.0.1"], ["127.0.0.2"]];
    const rebinding = vi.fn(() => Promise.resolve(answers.shift() ?? ["127.0.0.2"]));
    const page = await fetcherFor(site, { resolve: rebinding })(
      `http://rebind.example:${site.port}/`,
    );
    expect(page).toMatchObject({ ok: true });
    expect(rebinding).toHaveBeenCalledTimes(1);
    expect(site.requests[0]?.headers.host).toBe(`rebind.example:${site.port}`);
    expect(site.requests[0]?.socket.localAddress).toBe("127.0.0.1");
  });

  it("is checked again when a redirect leads to it a second time", async () => {
    const site = await stubSite((incoming, response) => {
      if (incoming.url === "/secret") html(response);
      else response.writeHead(302, { location: "/secret", connection: "close" }).end();
    });
    const answers = [["127.0.0.1"], ["169.254.169.254"]];
    const page = await fetcherFor(site, {
      resolve: () => Promise.resolve(answers.shift() ?? []),
    })(`http://rebind.example:${site.port}/`);
    expect(page).toMatchObject({ ok: false, error: { kind: "private_address" } });
    expect(site.requests.map(({ url }) => url)).toEqual(["/"]);
  });
});

describe("a proxy in the environment", () => {
  it("is not asked", async () => {
    const proxy = await stubSite((_request, response) => {
      html(response);
    });
    for (const name of ["HTTP_PROXY", "http_proxy", "ALL_PROXY", "NODE_USE_ENV_PROXY"]) {
      vi.stubEnv(name, name === "NODE_USE_ENV_PROXY" ? "1" : `http://127.0.0.1:${proxy.port}`);
    }
    const page = await createPageFetcher()("http://127.0.0.1/");
    vi.unstubAllEnvs();
    expect(page).toMatchObject({ ok: false, error: { kind: "private_address" } });
    expect(proxy.requests).toHaveLength(0);
  });
});
