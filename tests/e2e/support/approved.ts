import { expect, type Page } from "@playwright/test";
import { parseHTML } from "linkedom";
import WebSocket from "ws";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";

import { messageType } from "~/collab/protocol";
import { writeDraft } from "~/collab/review-document";
import type { Rating } from "~/domain/verdict/rating";

import { completeDraft } from "../../support/drafts";
import { councilClaim, type ArticleSource } from "./staging";

export interface Cast {
  editor: Page;
  lead: Page;
  second: Page;
}

/**
 * Brings a claim of a new article about a town's council to where its second reviewer has signed it; answers with its id.
 * Written and sent as the pages do, without drawing them: whoever tests a room goes through it instead.
 */
export async function approvedClaim(
  { editor, lead, second }: Cast,
  town: string,
  source: ArticleSource = {},
): Promise<string> {
  return approveIn({ lead, second }, await councilClaim(editor, town, source));
}

/** Brings a claim that is in review to where its second reviewer has signed it; answers with its id. */
export async function approveIn(people: Omit<Cast, "editor">, room: string): Promise<string> {
  await decideIn(people, room, "mostly_true");
  await take(people.second, room, "sign_off");
  return room.split("/").at(-1) ?? "";
}

/**
 * The same as far as the second verdict: the lead rates it mostly true, so with any other rating it is disputed. Answers
 * with the address of its room.
 */
export async function decidedClaim(
  { editor, lead, second }: Cast,
  town: string,
  rating: Rating,
  source: ArticleSource = {},
): Promise<string> {
  const room = await councilClaim(editor, town, source);
  await decideIn({ lead, second }, room, rating);
  return room;
}

async function decideIn(
  { lead, second }: Omit<Cast, "editor">,
  room: string,
  rating: Rating,
): Promise<void> {
  await writeAs(lead, room.split("/").at(-1) ?? "");
  await take(lead, room, "submit");
  await take(second, room, "decide", { rating, reason: "I read the minutes." });
}

/** Writes a complete draft over the room's own socket, and waits until others can read it: it is committed then. */
async function writeAs(page: Page, claimId: string): Promise<void> {
  const { origin, host } = new URL((await page.request.get("/healthz")).url());
  const { cookies } = await page.request.storageState();
  const Cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  class SignedIn extends WebSocket {
    constructor(address: string | URL, protocols?: string | string[]) {
      super(address, protocols, { headers: { Cookie, Origin: origin } });
    }
  }
  const enter = () => {
    const doc = new Y.Doc();
    const provider = new WebsocketProvider(`ws://${host}/collab`, `review:${claimId}`, doc, {
      WebSocketPolyfill: SignedIn as unknown as typeof globalThis.WebSocket,
      disableBc: true,
    });
    for (const type of Object.values(messageType))
      provider.messageHandlers[type] ??= () => undefined;
    return { doc, provider };
  };
  const [writer, reader] = [enter(), enter()];
  try {
    await expect.poll(() => writer.provider.synced && reader.provider.synced).toBe(true);
    writeDraft(writer.doc, completeDraft());
    await expect.poll(() => reader.doc.getText("summary").toJSON()).toContain("minutes");
  } finally {
    for (const { doc, provider } of [writer, reader]) {
      provider.destroy();
      doc.destroy();
    }
  }
}

/** Sends the form of a step as the page draws it, with what is filled in. */
export async function take(
  page: Page,
  room: string,
  intent: string,
  filled: Record<string, string> = {},
): Promise<void> {
  const answer = await page.request.get(room);
  const { document } = parseHTML(await answer.text());
  const form = document.querySelector(`input[name="intent"][value="${intent}"]`)?.closest("form");
  const hidden = [...(form?.querySelectorAll<HTMLInputElement>("input[type=hidden]") ?? [])];
  const fields = Object.fromEntries(hidden.map(({ name, value }) => [name, value]));
  const sent = await page.request.post(room, {
    form: { ...fields, ...filled },
    headers: { Origin: new URL(answer.url()).origin },
    maxRedirects: 0,
  });
  expect(sent.status(), `${intent} at ${room}`).toBe(302);
}
