import { civilDateWords } from "../calendar/date-words";
import { roleLabel, roles } from "../people/person";
import { ratingScale, ratings } from "../verdict/rating";
import type { AuditEvent } from "./audit-event";

export const auditActions = [
  "article.created",
  "article.version_saved",
  "claim.proposed",
  "claim.accepted",
  "claim.dismissed",
  "claim.restored",
  "claim.suggestion_made",
  "claim.statement_edited",
  "claim.split",
  "claim.merged",
  "claim.assigned",
  "claim.offered",
  "claim.offer_ended",
  "claim.recused",
  "claim.match_confirmed",
  "claim.match_rejected",
  "checks.imported",
  "review.write_refused",
  "review.row_set_aside",
  "review.help_asked",
  "review.help_answered",
  "review.submitted",
  "review.returned",
  "review.second_verdict",
  "review.signed_off",
  "review.adjudicated",
  "review.reopened",
  "review.signature_voided",
  "claim.published",
  "claim.correction_begun",
  "claim.upheld",
  "claim.retracted",
  "report.published",
  "person.role_changed",
  "person.work_limit_set",
  "desk.view_saved",
  "desk.view_removed",
  "desk.reminders_set",
  "person.invited",
  "person.invite_revoked",
  "person.joined",
  "person.disabled",
  "person.enabled",
  "person.byline_changed",
  "desk.read_only_set",
  "desk.read_only_lifted",
  "review.expert_asked",
  "review.expert_opened",
  "review.expert_answered",
  "review.expert_link_revoked",
  "review.expert_taken_up",
  "practice.case_marked",
  "practice.case_ended",
  "claim.cleared",
  "claim.clearance_withdrawn",
  "desk.clearance_required",
  "desk.clearance_optional",
  "review.reply_asked",
  "review.reply_recorded",
  "review.conceded",
  "review.vote_cast",
  "review.dispute_voted",
  "review.dispute_remark",
  "desk.review_rules_set",
  "review.handed_over",
  "review.second_handed_over",
  "claim.taken_over",
  "desk.work_limit_set",
  "article.change_kept",
  "desk.article_watch_set",
  "claim.words_changed",
  "claim.words_placed",
  "claim.change_dismissed",
  "review.dispute_given_to_one",
  "capture.kept",
  "capture.asked_again",
  "evidence.file_added",
  "capture.source_lost",
  "capture.copied",
  "desk.captures_offered",
  "desk.captures_withheld",
  "article.taken_in_by_token",
  "token.made",
  "token.revoked",
  "feed.added",
  "feed.paused",
  "feed.resumed",
  "feed.removed",
  "feed.item_dismissed",
  "feed.item_restored",
] as const;
export type AuditAction = (typeof auditActions)[number];

/** An event as one sentence: who did what. Reasons are quoted; what the payload does not hold is left unsaid. */
export function describeEvent(event: AuditEvent): string {
  const nobody = byExperts.has(event.action) ? "A guest expert" : "The system";
  const who = event.actorName ?? (event.actorId === null ? nobody : "Somebody");
  const payload = new Details(event.payload);
  const what = isAuditAction(event.action)
    ? sentences[event.action](payload)
    : `recorded “${event.action}” on the ${event.entity}`;
  // A quotation that ends its own sentence ends this one too.
  return `${who} ${what}${/[.!?…]”$/.test(what) ? "" : "."}`;
}

/** Done by somebody from outside, who has no account and is not named in the trail. */
const byExperts: ReadonlySet<string> = new Set(["review.expert_opened", "review.expert_answered"]);

export function isAuditAction(action: string): action is AuditAction {
  return (auditActions as readonly string[]).includes(action);
}

const sentences: Record<AuditAction, (payload: Details) => string> = {
  "article.created": (of) => `created the article${of.quoted("title")}`,
  "article.version_saved": (of) =>
    `saved ${of.number("number") === null ? "a version" : `version ${of.number("number")}`} of the article${of.quoted("title")}`,
  "claim.proposed": (of) =>
    `proposed the claim${of.quoted("statement")}${of.text("origin") === "engine" ? ", found by the engine" : ""}`,
  "claim.accepted": () => "accepted the claim for checking",
  "claim.dismissed": (of) => `dismissed the claim${of.reason()}`,
  "claim.restored": (of) => `took the dismissed claim back${of.reason()}`,
  "claim.suggestion_made": (of) =>
    `had ${of.model() ?? "a language model"} suggest ${of.text("kind") === "split" ? "a split of the claim" : "a wording of the claim"}`,
  "claim.statement_edited": (of) => {
    const before = of.text("before");
    const after = of.text("after");
    if (before === null || after === null) return `reworded the statement${suggested(of)}`;
    return `reworded the statement from “${before}” to “${after}”${suggested(of)}`;
  },
  "claim.split": (of) => {
    const parts = of.list("into").length;
    return `split the claim${parts > 0 ? ` into ${parts}` : ""}${suggested(of)}`;
  },
  "claim.merged": () => "merged the claim into another one of the article",
  "claim.assigned": assigned,
  "claim.offered": () => "offered the claim to other fact-checkers, because nobody works on it",
  "claim.offer_ended": () => "took the offer of the claim back, because somebody works on it",
  "claim.match_confirmed": (of) => `confirmed that the claim says the same as${of.quoted("other")}`,
  "claim.match_rejected": (of) => `said that the claim is another one than${of.quoted("other")}`,
  "checks.imported": (of) =>
    `took in ${of.number("added") ?? 0} checks of others and renewed ${of.number("changed") ?? 0}`,
  "review.row_set_aside": (of) =>
    `set row ${of.number("row") ?? "of unknown number"} of the review aside, because it cannot be read`,
  "review.write_refused": (of) => {
    switch (of.text("kind")) {
      case "foreign_client":
        return "tried to write in the review under somebody else’s client id, which was refused";
      case "presence":
        return "tried to appear in the review as somebody else, which was refused";
      case "comment":
        return "tried to write or change a comment as somebody else, which was refused";
      case "read_only":
        return "tried to write in the review without the right to, which was refused";
      default:
        return "tried to write in the review, which was refused";
    }
  },
  "review.help_asked": (of) =>
    `asked for help with the review:${of.quoted("question") || " no question"}`,
  "review.help_answered": (of) =>
    `answered the question of the review:${of.quoted("answer") || " nothing"}`,
  "review.submitted": (of) => `submitted ${of.version("the verdict")} for the second review`,
  "review.returned": (of) => `returned the review to its lead${of.reason()}`,
  "review.second_verdict": secondVerdict,
  "review.signed_off": (of) => `signed ${of.version("the verdict")}${of.hash()}`,
  "review.adjudicated": adjudicated,
  "review.reopened": (of) => {
    const voided = of.list("voided").length;
    const effect =
      voided === 0
        ? ""
        : `, which voided ${voided === 1 ? "the signature" : `${voided} signatures`}`;
    return `reopened the review${effect}${of.reason()}`;
  },
  "review.signature_voided": (of) => `voided a signature${of.hash()}${of.reason()}`,
  "claim.published": (of) =>
    `published ${(of.number("publication") ?? 1) > 1 ? "the corrected verdict" : "the verdict"}${of.hash()}${of.exception()}`,
  "claim.recused": (of) => {
    const was = {
      lead: " and is not its lead any more",
      second: " and does not decide second any more",
    };
    const part = of.text("was");
    return `declared a conflict of interest${part === "lead" || part === "second" ? was[part] : ""}${of.reason()}`;
  },
  "claim.correction_begun": (of) => `began a correction of the published verdict${of.reason()}`,
  "claim.upheld": (of) => `kept the verdict as published${of.reason()}`,
  "claim.retracted": (of) => `retracted the published verdict${of.reason()}`,
  "report.published": (of) => {
    const count = of.number("verdicts");
    const verdicts =
      count === null ? "" : ` with ${count === 1 ? "1 verdict" : `${count} verdicts`}`;
    return `published the report${of.quoted("headline")}${verdicts}`;
  },
  "desk.read_only_set": (of) => `made the desk read-only${of.reason()}`,
  "desk.read_only_lifted": (of) => `opened the desk for writing again${of.reason()}`,
  "person.invited": (of) => `invited somebody as ${of.role("role") ?? "a colleague"}`,
  "person.invite_revoked": () => "took an invitation back",
  "person.joined": (of) => `joined the desk as ${of.role("role") ?? "a colleague"}`,
  "person.disabled": (of) => `disabled the account of ${of.text("name") ?? "a person"}`,
  "person.enabled": (of) => `enabled the account of ${of.text("name") ?? "a person"}`,
  "person.byline_changed": () => "changed the public byline of a person",
  "person.role_changed": (of) => {
    const whom = of.text("name") ?? "a person";
    const from = of.role("from");
    const to = of.role("to") ?? of.role("role");
    return `changed the role of ${whom}${from ? ` from ${from}` : ""}${to ? ` to ${to}` : ""}`;
  },
  "person.work_limit_set": (of) =>
    `set how many claims at once are enough for ${of.text("name") ?? "a person"}: ${of.number("limit") ?? "as many as for everybody"}`,
  "desk.view_saved": (of) =>
    `saved ${of.flag("shared") ? "for the whole desk " : ""}the view${of.quoted("name")} of the claim list`,
  "desk.view_removed": (of) => `removed the view${of.quoted("name")} of the claim list`,
  "desk.reminders_set": () => "set when the desk reminds people",
  "review.expert_asked": (of) =>
    `made a link for a guest expert${of.number("days") === null ? "" : `, good for ${of.number("days")} days`}`,
  "review.expert_opened": () => "opened the link to this claim",
  "review.expert_answered": () => "answered the desk’s question",
  "review.expert_link_revoked": () => "took the link of a guest expert back",
  "review.expert_taken_up": () => "took a guest expert’s answer into the evidence",
  "practice.case_marked": () => "made a settled claim a practice case",
  "practice.case_ended": () => "took a practice case out",
  "claim.cleared": (of) =>
    `cleared ${of.version("the verdict")} for publication${of.hash()}${of.exception()}`,
  "claim.clearance_withdrawn": (of) => `took the clearance of the verdict back${of.reason()}`,
  "desk.clearance_required": () => "set that only cleared verdicts are published",
  "desk.clearance_optional": () => "set that verdicts can be published without being cleared",
  "review.reply_asked": (of) => {
    const due = of.text("dueOn");
    return `recorded that somebody was asked for comment${due === null ? "" : `, until ${civilDateWords(due)}`}`;
  },
  "review.reply_recorded": (of) => {
    const kind = of.text("kind");
    const what =
      kind === "answered" ? "an answer" : kind === "declined" ? "a refusal" : "no answer";
    return `recorded ${what} to a request for comment`;
  },
  "review.conceded": conceded,
  "review.vote_cast": (of) =>
    `voted on the dispute${of.flag("undecided") === true ? "; three votes differ, and the editors vote anew" : ""}`,
  "review.dispute_voted": (of) => `voted on the dispute, and the vote carried${between(of)}`,
  "review.dispute_remark": () => "spoke in the discussion of the dispute",
  "desk.review_rules_set": (of) =>
    `set that second reviewers read ${of.text("secondSees") === "sources" ? "the sources alone" : "the rationale"} before deciding, and that disputes are settled by ${of.text("disputes") === "vote" ? "the votes of three editors" : "one editor"}`,
  "review.handed_over": (of) =>
    `handed the review${of.from("former")} over to ${of.text("person") ?? "a colleague"}${of.reason()}`,
  "review.second_handed_over": (of) =>
    `handed the second verdict${of.from("former")} over to ${of.text("person") ?? "a colleague"}${of.reason()}`,
  "claim.taken_over": (of) => `took the lead of this claim over${of.from("former")}`,
  "review.dispute_given_to_one": (of) =>
    `gave the dispute to one editor, because too few are free to vote${of.reason()}`,
  "desk.work_limit_set": (of) =>
    `set how many claims at once are enough for everybody${of.number("limit") === null ? "" : `: ${of.number("limit")}`}`,
  "article.change_kept": (of) =>
    `looked at the article’s address again and kept ${of.number("number") === null ? "what it says now" : `version ${of.number("number")}`}`,
  "desk.article_watch_set": (of) =>
    of.text("mode") === "off"
      ? "ended the watch over an article"
      : `set that an article is watched${of.text("mode") === "auto" ? " while its claims are of interest" : ""}`,
  "claim.words_changed": (of) =>
    `found the claim’s words changed in ${of.number("number") === null ? "the article" : `version ${of.number("number")} of the article`}`,
  "claim.words_placed": (of) =>
    of.text("decision") === "gone"
      ? "said that the claim’s words are gone from the changed article"
      : "said where the claim’s words stand in the changed article",
  "claim.change_dismissed": (of) =>
    `found that the change of the article does not touch the verdict${of.reason()}`,
  "capture.kept": (of) => {
    const hash = of.text("warc");
    return `captured a source${hash === null ? "" : ` (WARC ${hash.slice(0, 12)}…)`}`;
  },
  "capture.asked_again": () => "asked for a source to be captured again",
  "capture.copied": (of) =>
    of.text("kind") === "timestamp"
      ? "had the capture of a source timestamped"
      : "had a source copied by the Internet Archive",
  "capture.source_lost": (of) =>
    of.text("outcome") === "gone"
      ? "found that a captured source is gone"
      : "found that a captured source has changed in what is quoted",
  "desk.captures_offered": () => "set that readers may have the captures of sources",
  "desk.captures_withheld": () => "set that the captures of sources stay at the desk",
  "evidence.file_added": (of) => {
    const hash = of.text("sha256");
    return `put a file beside a source${hash === null ? "" : ` (SHA-256 ${hash.slice(0, 12)}…)`}`;
  },
  "article.taken_in_by_token": (of) =>
    `had a program take the article in, with the token${of.quoted("name")}`,
  "token.made": (of) =>
    `made the token${of.quoted("name")}, with which a program can take articles in`,
  "token.revoked": (of) => `took the token${of.quoted("name")} back`,
  "feed.added": (of) => `had the desk watch the feed${of.quoted("url")}`,
  "feed.paused": (of) => `paused the feed${of.quoted("url")}`,
  "feed.resumed": (of) => `had the feed${of.quoted("url")} read again`,
  "feed.removed": (of) => `removed the feed${of.quoted("url")}`,
  "feed.item_dismissed": (of) => `dismissed what a feed brought:${of.quoted("title")}`,
  "feed.item_restored": (of) => `brought back what a feed had brought:${of.quoted("title")}`,
};

/** Whose words they were: a model's as they stood, or a model's that the person changed. */
function suggested(of: Details): string {
  const model = of.model();
  if (model === null) return "";
  return of.flag("unchanged") === false
    ? `, starting from a suggestion of ${model}`
    : `, as suggested by ${model}`;
}

function assigned(of: Details): string {
  const lead = of.text("lead");
  const second = of.text("second");
  if (lead === null || second === null) return "assigned the claim";
  const due = of.text("dueOn");
  const priority = of.text("priority");
  return [
    `assigned the claim to ${lead}, with ${second} as second reviewer`,
    due === null ? "" : `, due ${civilDateWords(due)}`,
    priority === null || priority === "normal" ? "" : `, ${priority} priority`,
    of.exception(),
  ].join("");
}

function secondVerdict(of: Details): string {
  const agrees = of.flag("agrees");
  const chosen = of.rating("rating");
  return [
    "gave the second verdict",
    chosen === null ? "" : ` “${chosen}”`,
    agrees === null
      ? ""
      : agrees
        ? ", which agrees with the first"
        : ", which differs from the first",
    of.reason(),
  ].join("");
}

function adjudicated(of: Details): string {
  return `decided the dispute${between(of)}${of.reason()}`;
}

/** Between which ratings a dispute was settled, and as what. */
function between(of: Details): string {
  const first = of.rating("first");
  const second = of.rating("second");
  const final = of.rating("rating");
  const both = first === null || second === null ? "" : ` between “${first}” and “${second}”`;
  return `${both}${final === null ? "" : ` as “${final}”`}`;
}

function conceded(of: Details): string {
  const final = of.rating("rating");
  const whose =
    of.text("capacity") === "lead" ? "the second reviewer’s rating" : "the lead’s rating";
  return `moved to ${whose}${final === null ? "" : ` “${final}”`}${of.reason()}`;
}

/** Reads a payload without trusting its shape. */
class Details {
  readonly #payload: Record<string, unknown>;

  constructor(payload: Record<string, unknown>) {
    this.#payload = payload;
  }

  text(key: string): string | null {
    const value = this.#payload[key];
    return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
  }

  number(key: string): number | null {
    const value = this.#payload[key];
    return typeof value === "number" && Number.isFinite(value) ? value : null;
  }

  flag(key: string): boolean | null {
    const value = this.#payload[key];
    return typeof value === "boolean" ? value : null;
  }

  list(key: string): unknown[] {
    const value = this.#payload[key];
    return Array.isArray(value) ? value : [];
  }

  rating(key: string): string | null {
    const found = ratings.find((rating) => rating === this.#payload[key]);
    return found === undefined ? null : ratingScale[found].label;
  }

  role(key: string): string | null {
    const found = roles.find((role) => role === this.#payload[key]);
    return found === undefined ? null : roleLabel[found];
  }

  model(): string | null {
    const name = this.text("model");
    return name === null ? null : `the language model ${name}`;
  }

  from(key: string): string {
    const name = this.text(key);
    return name === null ? "" : ` from ${name}`;
  }

  quoted(key: string): string {
    const value = this.text(key);
    return value === null ? "" : ` “${value}”`;
  }

  reason(): string {
    const value = this.text("reason");
    return value === null ? "" : `, saying: “${value}”`;
  }

  exception(): string {
    const value = this.text("exception");
    return value === null ? "" : `, as an exception: “${value}”`;
  }

  version(otherwise: string): string {
    const value = this.number("number");
    return value === null ? otherwise : `version ${value} of the verdict`;
  }

  hash(): string {
    const value = this.text("contentHash");
    return value === null ? "" : ` (content ${value.slice(0, 12)}…)`;
  }
}
