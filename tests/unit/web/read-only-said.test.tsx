import type { LoaderFunctionArgs } from "@remix-run/node";
import { expect, test, vi } from "vitest";

import { InvitePage } from "~/components/admin/invite-page";
import { ErrorPage } from "~/components/layout/error-page";
import { PublicShell } from "~/components/layout/public-shell";
import type { ReadOnlyDesk } from "~/domain/people/read-only-desk";
import { loader as around } from "~/routes/_public";
import { headers, loader as reports } from "~/routes/_public._index";
import { loader as unread } from "~/routes/desk.notifications_.unread";

import { htmlInPage } from "../../support/in-a-page";
import { memoryPorts } from "../../support/memory-ports";

vi.mock("@remix-run/react", async (original) => ({
  ...(await original<typeof import("@remix-run/react")>()),
  ...(await import("react-router-dom")),
}));

const closed: ReadOnlyDesk = { reason: "A stolen password", since: "2026-11-28", by: "Ada" };
const said = "The desk is read-only for now";

function asked(readOnly: () => Promise<ReadOnlyDesk | null>): LoaderFunctionArgs {
  const { ports } = memoryPorts([]);
  return {
    request: new Request("http://desk.test/"),
    params: {},
    context: {
      person: { id: "editor", name: "Editor", role: "editor" },
      ...{ outage: false, publicUrl: "http://desk.test", cspNonce: "", hasJobs: true },
      session: { signIn: async () => false, signOut: async () => undefined },
      ports: {
        ...ports,
        desk: {
          ...ports.desk,
          readOnly,
          frame: async () => ({ unread: 3, readOnly: await readOnly(), singleKeys: true }),
        },
        reports: { ...ports.reports, list: async () => [] },
      },
    },
  };
}

test("readers are told that the desk is read-only, and neither by whom nor why", async () => {
  expect(await around(asked(async () => closed))).toEqual({ readOnly: true });
  expect(await around(asked(async () => null))).toEqual({ readOnly: false });
  expect(JSON.stringify(await reports(asked(async () => closed)))).not.toContain(closed.reason);
  expect(htmlInPage(<PublicShell readOnly>a report</PublicShell>)).toContain(said);
  expect(htmlInPage(<PublicShell>a report</PublicShell>)).not.toContain(said);
  expect(htmlInPage(<ErrorPage status={404} readOnly />)).toContain(said);
  expect(htmlInPage(<ErrorPage status={404} />)).not.toContain(said);
});

test("a public page that is kept somewhere is asked for anew each time", () => {
  expect(headers).toBeTypeOf("function");
  const none = new Headers();
  const given = headers({
    ...{ loaderHeaders: none, parentHeaders: none, actionHeaders: none, errorHeaders: undefined },
  });
  expect(new Headers(given).get("Cache-Control")).toBe("public, max-age=0, must-revalidate");
});

test("readers get their page also when nobody knows whether the desk is read-only", async () => {
  const away = () => Promise.reject(new Error("The storage does not answer"));
  expect(await around(asked(away))).toEqual({ readOnly: false });
});

test("an invitation offers no form while no account can be made, and says that it stays good", () => {
  const offer = { email: "a@example.org", role: "editor", expiresAt: "2026-12-01" } as const;
  const page = (readOnly: boolean) =>
    htmlInPage(<InvitePage offer={offer} readOnly={readOnly} failure={null} busy={false} />);
  expect(page(true)).toContain(said);
  expect(page(true)).toContain("The invitation stays good");
  expect(page(true)).not.toContain("<form");
  expect(page(false)).toContain("<form");
});

test("an open page of the desk is told with the number of what it has not read", async () => {
  const news = async (desk: ReadOnlyDesk | null) => (await unread(asked(async () => desk))).json();
  expect(await news(closed)).toEqual({ unread: 3, readOnly: true });
  expect(await news(null)).toEqual({ unread: 3, readOnly: false });
});
