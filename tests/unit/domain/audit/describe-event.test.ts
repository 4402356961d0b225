import fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { AuditEvent } from "~/domain/audit/audit-event";
import { auditActions, describeEvent, type AuditAction } from "~/domain/audit/describe-event";

const event = (action: string, payload: Record<string, unknown> = {}): AuditEvent => ({
  seq: 7,
  at: "2026-11-23T19:31:00Z",
  actorId: "a",
  actorName: "Ana Ferri",
  action,
  entity: "claim",
  entityId: "c",
  payload,
  hash: "00",
});
const hash = "0123456789abcdef".repeat(4);

const told: Record<AuditAction, [Record<string, unknown>, string]> = {
  "site.page_saved": [
    { page: "funding", version: 2 },
    "saved version 2 of the page “funding” of the site",
  ],
  "desk.topic_added": [{ name: "Health" }, "added the topic “Health”"],
  "desk.topic_renamed": [
    { before: "Health", name: "Medicine" },
    "renamed the topic “Health” to “Medicine”",
  ],
  "desk.topic_retired": [{ name: "Health" }, "retired the topic “Health”"],
  "desk.topic_restored": [{ name: "Health" }, "brought the topic “Health” back"],
  "article.topics_changed": [
    { added: ["Health", "Energy"], removed: ["War"] },
    "gave the article the topics “Health”, “Energy” and took from the article the topic “War”",
  ],
  "claim.topics_changed": [{ added: ["Health"] }, "gave the claim the topic “Health”"],
  "report.unpublished": [
    { headline: "The vote", slug: "the-vote", reason: "A court asked for it." },
    "unpublished the report “The vote”, saying: “A court asked for it.”",
  ],
  "report.republished": [
    { headline: "The vote", slug: "the-vote", reason: "The court has decided." },
    "published the report “The vote” again, saying: “The court has decided.”",
  ],
  "report.embargo_set": [
    { until: "2026-03-10T09:30:00Z", replaced: true, verdicts: 2, exception: "Nobody is here" },
    "set that the report is published at 10 Mar 2026, 09:30 UTC, instead of an earlier time, as an exception: “Nobody is here”",
  ],
  "report.embargo_cancelled": [
    { until: "2026-03-10T09:30:00Z" },
    "took back that the report is published at 10 Mar 2026, 09:30 UTC",
  ],
  "report.embargo_failed": [
    { failure: "Not met." },
    "did not publish the report at the time that was set: “Not met.”",
  ],
  "article.created": [{ title: "Conte" }, "created the article “Conte”"],
  "article.version_saved": [
    { title: "Conte", number: 2, sha256: hash },
    "saved version 2 of the article “Conte”",
  ],
  "claim.proposed": [
    { statement: "It rained.", origin: "engine" },
    "proposed the claim “It rained.”, found by the engine",
  ],
  "claim.correction_kind": [{ kind: "update" }, "chose what kind of correction it is: “update”"],
  "claim.typo_mended": [
    { wrong: "teh", right: "the", contentHash: hash, reason: "A slip" },
    "mended a typo in the published verdict: “teh” is now “the” (content 0123456789ab…), saying: “A slip”",
  ],
  "claim.retraction_asked": [
    { reason: "It was forged" },
    "asked for the published verdict to be retracted, saying: “It was forged”",
  ],
  "claim.retraction_taken_back": [{}, "took the request for a retraction back"],
  "claim.accepted": [{}, "accepted the claim for checking"],
  "claim.dismissed": [{ reason: "An opinion." }, "dismissed the claim, saying: “An opinion.”"],
  "claim.restored": [{}, "took the dismissed claim back"],
  "claim.suggestion_made": [
    { model: "small-1", kind: "split" },
    "had the language model small-1 suggest a split of the claim",
  ],
  "claim.statement_edited": [
    { before: "He went.", after: "Conte went." },
    "reworded the statement from “He went.” to “Conte went.”",
  ],
  "claim.split": [
    { into: ["1", "2", "3"], model: "small-1", unchanged: false },
    "split the claim into 3, starting from a suggestion of the language model small-1",
  ],
  "claim.merged": [{ into: "1" }, "merged the claim into another one of the article"],
  "review.row_set_aside": [
    { row: 12 },
    "set row 12 of the review aside, because it cannot be read",
  ],
  "review.write_refused": [
    { kind: "presence" },
    "tried to appear in the review as somebody else, which was refused",
  ],
  "claim.match_confirmed": [
    { other: "It rained." },
    "confirmed that the claim says the same as “It rained.”",
  ],
  "claim.match_rejected": [
    { other: "It snowed" },
    "said that the claim is another one than “It snowed”",
  ],
  "checks.imported": [{ added: 12, changed: 1 }, "took in 12 checks of others and renewed 1"],
  "claim.assigned": [
    { lead: "Lea", second: "Sam", dueOn: "2026-12-04", priority: "high" },
    "assigned the claim to Lea, with Sam as second reviewer, due 4 Dec 2026, high priority",
  ],
  "claim.offered": [
    { idleSince: "2026-11-23T19:31:00Z" },
    "offered the claim to other fact-checkers, because nobody works on it",
  ],
  "claim.offer_ended": [{}, "took the offer of the claim back, because somebody works on it"],
  "review.help_asked": [
    { question: "Who has the minutes" },
    "asked for help with the review: “Who has the minutes”",
  ],
  "review.help_answered": [
    { question: "Who has the minutes?", answer: "The archive." },
    "answered the question of the review: “The archive.”",
  ],
  "review.submitted": [
    { number: 1, contentHash: hash },
    "submitted version 1 of the verdict for the second review",
  ],
  "review.returned": [
    { reason: "One source." },
    "returned the review to its lead, saying: “One source.”",
  ],
  "review.second_verdict": [
    { agrees: false, rating: "mostly_false", reason: "No." },
    "gave the second verdict “Mostly false”, which differs from the first, saying: “No.”",
  ],
  "review.signed_off": [
    { number: 2, contentHash: hash },
    "signed version 2 of the verdict (content 0123456789ab…)",
  ],
  "review.adjudicated": [
    { first: "true", second: "half_true", rating: "half_true", reason: "Veto." },
    "decided the dispute between “True” and “Half true” as “Half true”, saying: “Veto.”",
  ],
  "review.reopened": [
    { voided: [hash], reason: "New source." },
    "reopened the review, which voided the signature, saying: “New source.”",
  ],
  "review.signature_voided": [{ contentHash: hash }, "voided a signature (content 0123456789ab…)"],
  "claim.published": [{ contentHash: hash }, "published the verdict (content 0123456789ab…)"],
  "claim.recused": [
    { reason: "My brother sits on the council", was: "lead" },
    "declared a conflict of interest and is not its lead any more, saying: “My brother sits on the council”",
  ],
  "claim.correction_begun": [
    { reason: "The date is wrong." },
    "began a correction of the published verdict, saying: “The date is wrong.”",
  ],
  "claim.cleared": [
    { number: 2, contentHash: hash },
    "cleared version 2 of the verdict for publication (content 0123456789ab…)",
  ],
  "claim.clearance_withdrawn": [
    { reason: "Too early." },
    "took the clearance of the verdict back, saying: “Too early.”",
  ],
  "desk.clearance_required": [{}, "set that only cleared verdicts are published"],
  "desk.clearance_optional": [{}, "set that verdicts can be published without being cleared"],
  "review.reply_asked": [
    { channel: "email", askedOn: "2024-02-01", dueOn: "2024-02-05" },
    "recorded that somebody was asked for comment, until 5 Feb 2024",
  ],
  "review.reply_recorded": [
    { kind: "declined", answeredOn: "2024-02-03" },
    "recorded a refusal to a request for comment",
  ],
  "claim.upheld": [
    { reason: "It was right." },
    "kept the verdict as published, saying: “It was right.”",
  ],
  "error_report.settled": [
    { outcome: "The minutes were misread" },
    "dealt with an error that a reader reported: “The minutes were misread”",
  ],
  "claim.retracted": [
    { reason: "The source is forged" },
    "retracted the published verdict, saying: “The source is forged”",
  ],
  "report.published": [
    { headline: "Istanbul", verdicts: 1 },
    "published the report “Istanbul” with 1 verdict",
  ],
  "desk.read_only_set": [
    { reason: "An intruder" },
    "made the desk read-only, saying: “An intruder”",
  ],
  "desk.read_only_lifted": [
    { reason: "He is out" },
    "opened the desk for writing again, saying: “He is out”",
  ],
  "person.invited": [{ role: "editor", days: 7 }, "invited somebody as Editor"],
  "person.invite_revoked": [{}, "took an invitation back"],
  "person.joined": [{ role: "reviewer" }, "joined the desk as Fact-checker"],
  "person.disabled": [{ name: "Lea" }, "disabled the account of Lea"],
  "person.enabled": [{ name: "Lea" }, "enabled the account of Lea"],
  "person.byline_changed": [{}, "changed the public byline of a person"],
  "person.role_changed": [
    { name: "Lea", from: "reviewer", to: "editor" },
    "changed the role of Lea from Fact-checker to Editor",
  ],
  "review.handed_over": [
    {
      former: "Ben",
      person: "Cleo",
      reason: "Sources are in; the summary is left",
      capacity: "editor",
    },
    "handed the review from Ben over to Cleo, saying: “Sources are in; the summary is left”",
  ],
  "review.second_handed_over": [
    { former: "Dev", person: "Cleo", reason: "I am away from Monday", capacity: "second" },
    "handed the second verdict from Dev over to Cleo, saying: “I am away from Monday”",
  ],
  "claim.taken_over": [
    { former: "Ben", capacity: "lead" },
    "took the lead of this claim over from Ben",
  ],
  "capture.kept": [{ warc: "0123456789abcdef" }, "captured a source (WARC 0123456789ab…)"],
  "capture.copied": [{ kind: "timestamp" }, "had the capture of a source timestamped"],
  "capture.source_lost": [{ outcome: "gone" }, "found that a captured source is gone"],
  "capture.later_kept": [
    { warc: "0123456789abcdef" },
    "kept what a captured source says since (WARC 0123456789ab…)",
  ],
  "capture.withheld": [
    { reason: "The photographer objects" },
    "withheld the capture of a source from readers, saying: “The photographer objects”",
  ],
  "capture.withholding_ended": [{}, "withheld the capture of a source no longer"],
  "desk.capture_offer_set": [
    { offer: "lost" },
    "set that readers may have the captures of sources that are lost",
  ],
  "desk.captures_offered": [{}, "set that readers may have the captures of sources"],
  "desk.captures_withheld": [{}, "set that the captures of sources stay at the desk"],
  "evidence.file_added": [
    { sha256: "0123456789abcdef" },
    "put a file beside a source (SHA-256 0123456789ab…)",
  ],
  "capture.asked_again": [{}, "asked for a source to be captured again"],
  "desk.work_limit_set": [{ limit: 4 }, "set how many claims at once are enough for everybody: 4"],
  "article.taken_in_by_token": [
    { name: "Wire" },
    "had a program take the article in, with the token “Wire”",
  ],
  "webhook.added": [{ url: "https://x.test/" }, "had “https://x.test/” told what readers are told"],
  "webhook.paused": [{ url: "https://x.test/" }, "paused the webhook to “https://x.test/”"],
  "webhook.resumed": [{ url: "https://x.test/" }, "had the webhook to “https://x.test/” go on"],
  "webhook.removed": [{ url: "https://x.test/" }, "removed the webhook to “https://x.test/”"],
  "webhook.secret_changed": [
    { url: "https://x.test/" },
    "changed the secret of the webhook to “https://x.test/”",
  ],
  "webhook.given_up": [
    { url: "https://x.test/" },
    "paused the webhook to “https://x.test/”, because nothing could be sent for days",
  ],
  "token.made": [
    { name: "Wire" },
    "made the token “Wire”, with which a program can take articles in",
  ],
  "token.revoked": [{ name: "Wire" }, "took the token “Wire” back"],
  "feed.added": [{ url: "https://a.example/" }, "had the desk watch the feed “https://a.example/”"],
  "feed.paused": [{ url: "https://a.example/" }, "paused the feed “https://a.example/”"],
  "feed.resumed": [{ url: "https://a.example/" }, "had the feed “https://a.example/” read again"],
  "feed.removed": [{ url: "https://a.example/" }, "removed the feed “https://a.example/”"],
  "feed.item_dismissed": [{ title: "Rain" }, "dismissed what a feed brought: “Rain”"],
  "feed.item_restored": [{ title: "Rain" }, "brought back what a feed had brought: “Rain”"],
  "person.work_limit_set": [
    { name: "Lea", limit: 3 },
    "set how many claims at once are enough for Lea: 3",
  ],
  "desk.view_saved": [
    { name: "Overdue", shared: true },
    "saved for the whole desk the view “Overdue” of the claim list",
  ],
  "desk.view_removed": [
    { name: "Overdue", shared: true },
    "removed the view “Overdue” of the claim list",
  ],
  "desk.reminders_set": [{ digestHour: 8 }, "set when the desk reminds people"],
  "review.expert_asked": [{ days: 7 }, "made a link for a guest expert, good for 7 days"],
  "review.expert_opened": [{}, "opened the link to this claim"],
  "review.expert_answered": [{}, "answered the desk’s question"],
  "review.expert_link_revoked": [{}, "took the link of a guest expert back"],
  "review.expert_taken_up": [{}, "took a guest expert’s answer into the evidence"],
  "practice.case_marked": [{}, "made a settled claim a practice case"],
  "practice.case_ended": [{}, "took a practice case out"],
  "review.conceded": [
    { rating: "false", first: "half_true", second: "false", capacity: "lead", reason: "Fair" },
    "moved to the second reviewer’s rating “False”, saying: “Fair”",
  ],
  "review.vote_cast": [
    { round: 1, undecided: true },
    "voted on the dispute; three votes differ, and the editors vote anew",
  ],
  "review.dispute_voted": [
    { first: "half_true", second: "false", rating: "false", round: 1, votes: 2 },
    "voted on the dispute, and the vote carried between “Half true” and “False” as “False”",
  ],
  "review.dispute_remark": [{ capacity: "lead" }, "spoke in the discussion of the dispute"],
  "review.dispute_given_to_one": [
    { reason: "Two of us are away" },
    "gave the dispute to one editor, because too few are free to vote, saying: “Two of us are away”",
  ],
  "desk.review_rules_set": [
    { secondSees: "sources", disputes: "vote" },
    "set that second reviewers read the sources alone before deciding, and that disputes are settled by the votes of three editors",
  ],
  "article.change_kept": [
    { number: 2 },
    "looked at the article’s address again and kept version 2",
  ],
  "desk.article_watch_set": [
    { mode: "auto" },
    "set that an article is watched while its claims are of interest",
  ],
  "claim.words_changed": [
    { number: 2, placement: "changed" },
    "found the claim’s words changed in version 2 of the article",
  ],
  "claim.words_placed": [
    { decision: "gone" },
    "said that the claim’s words are gone from the changed article",
  ],
  "claim.change_dismissed": [
    { reason: "A typo" },
    "found that the change of the article does not touch the verdict, saying: “A typo”",
  ],
};

describe("describeEvent", () => {
  it("tells a passage that was chosen from one that was only confirmed", () => {
    const chosen = { decision: "chosen", number: 2, start: 3, end: 9 };
    expect(describeEvent(event("claim.words_placed", chosen))).toBe(
      "Ana Ferri chose the passage in version 2 of the article where the claim’s words stand.",
    );
  });

  it.each(auditActions)("tells %s", (action) => {
    const [payload, sentence] = told[action];
    const end = sentence.endsWith(".”") ? "" : ".";
    expect(describeEvent(event(action, payload))).toBe(`Ana Ferri ${sentence}${end}`);
  });

  it("says whose words a reworded statement has", () => {
    const payload = { before: "He went.", after: "Conte went.", model: "small-1", unchanged: true };
    expect(describeEvent(event("claim.statement_edited", payload))).toBe(
      "Ana Ferri reworded the statement from “He went.” to “Conte went.”, as suggested by the language model small-1.",
    );
  });

  it("shows an action that it does not know plainly", () => {
    expect(describeEvent(event("claim.exported"))).toBe(
      "Ana Ferri recorded “claim.exported” on the claim.",
    );
  });

  it("names the system, or nobody by name", () => {
    expect(describeEvent({ ...event("claim.accepted"), actorId: null, actorName: null })).toMatch(
      /^The system accepted/,
    );
    expect(describeEvent({ ...event("claim.accepted"), actorName: null })).toMatch(
      /^Somebody accepted/,
    );
    const answered = { ...event("review.expert_answered"), actorId: null, actorName: null };
    expect(describeEvent(answered)).toMatch(/^A guest expert answered/);
  });

  it.each([
    "claim.accepted",
    "claim.dismissed",
    "claim.restored",
    "claim.statement_edited",
    "claim.split",
    "claim.merged",
    "claim.assigned",
    "review.submitted",
    "review.returned",
    "review.signed_off",
    "review.reopened",
    "claim.cleared",
    "claim.clearance_withdrawn",
    "claim.published",
  ])("quotes the reason of a step: %s", (action) => {
    const people = { lead: "Lea", second: "Sam", before: "It.", after: "It rained." };
    expect(describeEvent(event(action, { ...people, reason: "Now we know." }))).toMatch(
      /, saying: “Now we know\.”$/,
    );
  });

  it("says nothing of a payload whose shape it does not know", () => {
    const keys = fc.constantFrom(
      "title",
      "number",
      "reason",
      "into",
      "rating",
      "first",
      "second",
      "lead",
      "dueOn",
      "contentHash",
      "model",
      "kind",
      "unchanged",
      "voided",
      "agrees",
      "role",
    );
    const notText = fc.anything().filter((value) => typeof value !== "string");
    fc.assert(
      fc.property(
        fc.constantFrom(...auditActions),
        fc.dictionary(keys, notText),
        (action, payload) => {
          const sentence = describeEvent(event(action, payload));
          expect(sentence).toMatch(/^Ana Ferri [\s\S]+\.$/);
          expect(sentence).not.toMatch(/\b(?:undefined|null|NaN)\b|\[object/);
        },
      ),
      { examples: [["claim.assigned", { lead: 3, second: {} }]] },
    );
  });
});
