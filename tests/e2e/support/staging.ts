import { randomUUID } from "node:crypto";

import { expect, type Page } from "@playwright/test";
import { parseHTML } from "linkedom";

import { demoPeople, type DemoReviewer } from "../../../seeds/demo-people";

/** Where the article stands, and what it says there, for a test that asks its address. */
export interface ArticleSource {
  sourceUrl?: string;
  text?: string;
}

/**
 * Brings a claim of a new article about a town's council into review, with the demo's lead and second reviewer; answers
 * with the address of its room. The forms are those that the pages draw, sent without drawing them: whoever tests intake
 * or triage goes through the pages instead, whoever tests a room does not wait for them.
 */
export async function councilClaim(
  editor: Page,
  town: string,
  source: ArticleSource = {},
): Promise<string> {
  return inReview(editor, await councilArticle(editor, town, source), "31 votes to 12");
}

/** The same for the claim of an article that holds these words. */
export async function inReview(editor: Page, articleId: string, words: string): Promise<string> {
  const triage = await read(editor, `/desk/articles/${articleId}`);
  const row = [...triage.querySelectorAll('li[id^="claim-"]')].find((one) =>
    one.textContent.includes(words),
  );
  const room = `/desk/claims/${row?.id.replace("claim-", "")}`;
  await send(editor, room, await filledIn(editor, room, "accept"));
  await send(editor, room, await filledIn(editor, room, "assign"));
  return room;
}

/** Takes in an article about a town's council, whose claim nobody has decided on yet; answers with its id. */
export async function councilArticle(
  editor: Page,
  town: string,
  source: ArticleSource = {},
): Promise<string> {
  const articleId = randomUUID();
  await send(editor, "/desk/articles/new", {
    intent: "save",
    articleId,
    title: `Bridge is off in ${town}`,
    text: `The council of ${town} rejected the new bridge by 31 votes to 12 on Monday.`,
    outlet: "The Paper",
    publishedOn: "2024-02-05",
    ...source,
  });
  return articleId;
}

async function read(page: Page, address: string): Promise<Document> {
  const answer = await page.request.get(address);
  expect(answer.status(), `${address} is drawn`).toBe(200);
  return parseHTML(await answer.text()).document;
}

/** The fields of the form for a step, as the page draws it, with the demo's people chosen in it. */
async function filledIn(page: Page, address: string, intent: string) {
  const document = await read(page, address);
  const form = document.querySelector(`input[name="intent"][value="${intent}"]`)?.closest("form");
  const fields = [...(form?.querySelectorAll<HTMLInputElement>("input[name]") ?? [])].map(
    ({ name, value }) => [name, value] as const,
  );
  const chosen = (["lead", "second"] satisfies DemoReviewer[]).flatMap((who) => {
    const options = form?.querySelectorAll(`select[name="${who}Id"] option`) ?? [];
    const option = [...options].find((one) => one.textContent.includes(demoPeople[who].name));
    return option ? [[`${who}Id`, option.getAttribute("value") ?? ""] as const] : [];
  });
  return Object.fromEntries([...fields, ...chosen]);
}

async function send(page: Page, address: string, form: Record<string, string>): Promise<void> {
  const { origin } = new URL((await page.request.get("/healthz")).url());
  const answer = await page.request.post(address, {
    form,
    headers: { Origin: origin },
    maxRedirects: 0,
  });
  expect(answer.status(), `${form["intent"]} at ${address}`).toBe(302);
}
