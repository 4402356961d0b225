import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { mendTypo } from "~/commands/mend-typo";
import { submitReview } from "~/commands/submit-review";
import { VerdictVersion } from "~/components/public/versions/verdict-version";
import { VerdictVersions } from "~/components/public/versions/verdict-versions";
import { checkBundle } from "~/domain/log/check-bundle";
import { compareVerdicts, type VersionHistory } from "~/domain/report/versions";

import { loader as bundleOf } from "../../../app/routes/claims.$slug.versions.$n[.]json";
import { startDesk, value, type TestDesk } from "../../support/desk";
import { completeDraft } from "../../support/drafts";
import { ensureForeignVerifier, foreignVerdict } from "../../support/foreign-verifier";
import { follow, newPublication, publishClaim } from "../../support/publications";
import { bringTo, cast, reread, type Cast } from "../../support/review-steps";

let desk: TestDesk;
let people: Cast;
let slug = "";
let claimId = "";
let key = "";
beforeAll(async () => {
  ensureForeignVerifier();
  desk = await startDesk();
  people = await cast(desk);
  ({ claimId } = await newPublication(desk, people));
  // Other ratings, other words, and at last nothing that stands.
  await follow(people, claimId, "correct", "The votes were miscounted", "verdict_change");
  const { version } = await bringTo(desk, people, claimId, "in_review");
  const draft = { rating: "false", summary: "The minutes <b>say</b> the opposite." } as const;
  desk.setDraft(claimId, completeDraft(draft));
  value(await submitReview(people.lead.ports, people.lead.person, { claimId, version }));
  await publishClaim(people, await bringTo(desk, people, claimId, "approved", "false"));
  const { ports, person } = people.editor;
  value(
    await mendTypo(ports, person, {
      ...{ claimId, version: (await reread(people.editor, claimId)).version },
      ...{ wrong: "minutes <b>", right: "minute <b>", reason: "One minute" },
    }),
  );
  await follow(people, claimId, "retract", "The minutes were forged");
  slug = (await desk.anonymous.publications.newest(1))[0]?.verdict.slug ?? "";
  key = (await desk.anonymous.publicLog.keys()).join("\n");
});
afterAll(() => desk.stop());

async function history(): Promise<VersionHistory> {
  const found = await desk.anonymous.publications.versions(slug);
  if (!found) throw new Error("There are no versions");
  return found;
}

async function bundle(n: string): Promise<string> {
  const unused = () => Promise.reject(new Error("Nobody is signed in"));
  const answer = await bundleOf({
    params: { slug, n },
    request: new Request(`http://desk.test/claims/${slug}/versions/${n}.json`),
    context: {
      ...{ cspNonce: "", publicUrl: "http://desk.test", person: null },
      ...{ outage: false, hasJobs: false },
      ports: desk.anonymous,
      session: { signIn: unused, signOut: unused },
    },
  });
  return answer.text();
}

it("every version is there with its kind, its reason and its people, also of a retracted verdict", async () => {
  const { versions, notice } = await history();
  expect(notice).toMatchObject({ kind: "retracted", reason: "The minutes were forged" });
  expect(versions.map(({ number, revision }) => [number, revision])).toEqual([
    [1, null],
    [2, { kind: "verdict_change", reason: "The votes were miscounted" }],
    [3, { kind: "typo", reason: "One minute" }],
  ]);
  expect(versions.map(({ content }) => content.verdict.rating)).toEqual([
    ...["mostly_true", "false", "false"],
  ]);
  expect(versions.map(({ credits }) => credits.map(({ capacity }) => capacity))).toEqual([
    ["lead", "second"],
    ["lead", "second"],
    ["lead", "second", "mender"],
  ]);
  expect(await desk.anonymous.publications.versions("no-such-verdict")).toBeNull();
});

it("a reader sees what was said, that it was replaced and why, and the words that came and went", async () => {
  const found = await history();
  const [one, two, three] = found.versions;
  if (!one || !two || !three) throw new Error("Versions are missing");
  const drawn = (version: typeof one, next: typeof one | null) =>
    renderToStaticMarkup(
      createElement(VerdictVersion, {
        ...{ verdict: found, version, next, last: 3 },
        changes: next && compareVerdicts(version, next),
      }),
    );
  const first = drawn(one, two);
  for (const words of [
    "This is an earlier version",
    "Changed verdict: ",
    "The votes were miscounted",
    "This verdict is retracted",
    "The minutes were forged",
    "The minutes bear it out, but for the date.",
  ]) {
    expect(first).toContain(words);
  }
  expect(first).toMatch(/<del[^>]*>(?:<[^>]*>[^<]*<\/span>)?[^<]*bear/);
  expect(first).toContain("&lt;b&gt;say&lt;/b&gt;");
  expect(first).not.toContain("<b>say");
  // Of the last one there is nothing that replaced it, and it does not stand either.
  const last = drawn(three, null);
  expect(last).not.toContain("This is the present version");
  expect(last).toContain("This verdict is retracted");
  const list = renderToStaticMarkup(createElement(VerdictVersions, { history: found }));
  expect(list).not.toContain(">Stands<");
  for (const { number } of found.versions)
    expect(list).toContain(`/claims/${slug}/versions/${number}`);
  for (const page of [first, last, list]) expect(page).not.toContain("ld+json");
});

describe("the bundle of a version", () => {
  it.each(["1", "2", "3"])("holds, of version %s", async (n) => {
    const text = await bundle(n);
    const checked = checkBundle(text, key);
    expect(checked).toMatchObject({ ok: true });
    expect(foreignVerdict(text, key).said).toMatch(/^holds: entry \d+ of \d+/);
    expect(JSON.parse(text)).toMatchObject({
      ...{ number: Number(n), claimReview: null, replacedBy: n === "3" ? null : Number(n) + 1 },
    });
  });

  it("does not hold with another reason, kind, rating or time", async () => {
    const text = await bundle("2");
    const good = JSON.parse(text);
    for (const doctored of [
      { ...good, correction: { ...good.correction, kind: "typo" } },
      { ...good, correction: { ...good.correction, reason: "Nothing of weight" } },
      { ...good, correction: null },
      { ...good, number: 1 },
      { ...good, publishedAt: good.publishedAt.replace("20", "19") },
      {
        ...good,
        content: { ...good.content, verdict: { ...good.content.verdict, rating: "true" } },
      },
    ]) {
      expect(checkBundle(JSON.stringify(doctored), key)).toMatchObject({ ok: false });
    }
  });

  it.each(["0", "4", "01", "x", "1e0", "99999999999999999999"])(
    "is not there for “%s”",
    async (n) => {
      await expect(bundle(n)).rejects.toMatchObject({ status: 404 });
    },
  );
});
