import { createServer as createTcpServer, type Server } from "node:net";
import { createServer as createTlsServer } from "node:tls";
import { describe, expect, it, onTestFinished } from "vitest";
import { createPageFetcher } from "../../../server/fetch";
import { fetcherFor, stubSite } from "./stub-site";

function nameError(code: string): () => Promise<string[]> {
  return () => Promise.reject(Object.assign(new Error(`getaddrinfo ${code}`), { code }));
}

async function listening(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The stub has no port.");
  return address.port;
}

describe("an address that is refused before anything is asked", () => {
  const fetchPage = createPageFetcher({
    resolve: () => Promise.reject(new Error("Nothing may be looked up.")),
  });

  it.each([
    ["", "bad_url"],
    ["news.example/page", "bad_url"],
    ["http://", "bad_url"],
    [`https://news.example/${"x".repeat(2048)}`, "bad_url"],
    ["ftp://news.example/", "not_http"],
    ["file:///etc/passwd", "not_http"],
    ["javascript:alert(1)", "not_http"],
    ["data:text/html,x", "not_http"],
    ["ws://news.example/", "not_http"],
    ["https://user@news.example/", "credentials"],
    ["https://user:secret@news.example/", "credentials"],
    ["https://:secret@news.example/", "credentials"],
    ["http://news.example:8080/", "port"],
    ["http://news.example:22/", "port"],
    ["https://news.example:6379/", "port"],
  ])("%s is %s", async (url, kind) => {
    const page = await fetchPage(url);
    expect(page).toMatchObject({ ok: false, error: { kind } });
    if (!page.ok) expect(page.error.message).toMatch(/Nothing was saved\..*paste the text/i);
  });
});

describe("a site that cannot be reached", () => {
  it.each(["ENOTFOUND", "EAI_AGAIN"])("has no name (%s)", async (code) => {
    const page = await createPageFetcher({ resolve: nameError(code) })("https://gone.example/");
    expect(page).toEqual({
      ok: false,
      error: {
        kind: "unreachable",
        message:
          "No site with that name was found. Nothing was saved. Check the address, or paste the text.",
      },
    });
  });

  it("has a name without an address", async () => {
    const page = await createPageFetcher({ resolve: () => Promise.resolve([]) })(
      "https://empty.example/",
    );
    expect(page).toMatchObject({ ok: false, error: { kind: "unreachable" } });
  });

  it("has closed its port", async () => {
    const server = createTcpServer();
    const port = await listening(server);
    await new Promise((resolve) => server.close(resolve));
    const page = await fetcherFor({ port, requests: [] })(`http://news.example:${port}/`);
    expect(page).toMatchObject({ ok: false, error: { kind: "unreachable" } });
  });

  it("hangs up in the middle of the page", async () => {
    const site = await stubSite((_request, response) => {
      response.writeHead(200, { "content-type": "text/html", "content-length": "1000" });
      response.write("half a page", () => response.destroy());
    });
    const page = await fetcherFor(site)(`http://news.example:${site.port}/`);
    expect(page).toMatchObject({ ok: false, error: { kind: "unreachable" } });
  });

  it("sends a damaged body", async () => {
    const site = await stubSite((_request, response) => {
      response.writeHead(200, { "content-type": "text/html", "content-encoding": "gzip" });
      response.end("this is not gzip");
    });
    const page = await fetcherFor(site)(`http://news.example:${site.port}/`);
    expect(page).toMatchObject({
      ok: false,
      error: {
        kind: "unreachable",
        message: "The page arrived damaged. Nothing was saved. Try again or paste the text.",
      },
    });
  });

  it("does not speak HTTP", async () => {
    const port = await listening(
      createTcpServer((socket) => socket.end("SSH-2.0-OpenSSH_9.6\r\n")),
    );
    const page = await fetcherFor({ port, requests: [] })(`http://news.example:${port}/`);
    expect(page).toMatchObject({ ok: false, error: { kind: "unreachable" } });
  });

  it("is asked for by its name in the TLS handshake", async () => {
    const asked: string[] = [];
    const server = createTlsServer({
      SNICallback: (name, done) => {
        asked.push(name);
        done(new Error("No certificate here."));
      },
    });
    server.on("tlsClientError", () => undefined);
    const port = await listening(server);
    const page = await fetcherFor({ port, requests: [] })(`https://news.example:${port}/`);
    expect(page).toMatchObject({ ok: false, error: { kind: "unreachable" } });
    expect(asked).toEqual(["news.example"]);
  });
});
