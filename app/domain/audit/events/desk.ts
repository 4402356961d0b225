import type { Sentences } from "./details";

/** What holds for the whole desk: its settings, saved views, practice cases. */
export const deskEvents = {
  "desk.read_only_set": (of) => `made the desk read-only${of.reason()}`,
  "desk.read_only_lifted": (of) => `opened the desk for writing again${of.reason()}`,
  "desk.view_saved": (of) =>
    `saved ${of.flag("shared") ? "for the whole desk " : ""}the view${of.quoted("name")} of the claim list`,
  "desk.view_removed": (of) => `removed the view${of.quoted("name")} of the claim list`,
  "desk.reminders_set": () => "set when the desk reminds people",
  "practice.case_marked": () => "made a settled claim a practice case",
  "practice.case_ended": () => "took a practice case out",
  "desk.clearance_required": () => "set that only cleared verdicts are published",
  "desk.clearance_optional": () => "set that verdicts can be published without being cleared",
  "site.page_saved": (of) =>
    `saved version ${of.number("version") ?? ""} of the page “${of.text("page") ?? ""}” of the site`,
  "desk.review_rules_set": (of) =>
    `set that second reviewers read ${of.text("secondSees") === "sources" ? "the sources alone" : "the rationale"} before deciding, and that disputes are settled by ${of.text("disputes") === "vote" ? "the votes of three editors" : "one editor"}`,
  "desk.work_limit_set": (of) =>
    `set how many claims at once are enough for everybody${of.number("limit") === null ? "" : `: ${of.number("limit")}`}`,
  "desk.article_watch_set": (of) =>
    of.text("mode") === "off"
      ? "ended the watch over an article"
      : `set that an article is watched${of.text("mode") === "auto" ? " while its claims are of interest" : ""}`,
  "desk.capture_offer_set": (of) =>
    `set that readers may have ${of.text("offer") === "always" ? "all captures of sources" : of.text("offer") === "lost" ? "the captures of sources that are lost" : "no captures of sources"}`,
  "desk.captures_offered": () => "set that readers may have the captures of sources",
  "webhook.added": (of) => `had${of.quoted("url")} told what readers are told`,
  "webhook.paused": (of) => `paused the webhook to${of.quoted("url")}`,
  "webhook.resumed": (of) => `had the webhook to${of.quoted("url")} go on`,
  "webhook.removed": (of) => `removed the webhook to${of.quoted("url")}`,
  "webhook.secret_changed": (of) => `changed the secret of the webhook to${of.quoted("url")}`,
  "webhook.given_up": (of) =>
    `paused the webhook to${of.quoted("url")}, because nothing could be sent for days`,
  "desk.captures_withheld": () => "set that the captures of sources stay at the desk",
} satisfies Sentences;
