import { accessData, type AccessData } from "./access-data";
import type { StrippedSource } from "./strip-source";

/** What tells, beside its words, that a page may be something else than an article, or only a part of one. */
export interface PageHints extends AccessData {
  /** The `title` and the first heading. */
  headings: string[];
  /** Something in the page is called a paywall or the like. */
  gate: boolean;
  /** A service that asks visitors whether they are people is at work. */
  robotCheck: boolean;
  /** Scripts are at work, and the page has an empty place for what they make. */
  emptyRoot: boolean;
  /** The page is the question of a service that collects consents. */
  consentService: boolean;
  /** What is said to browsers without scripts. */
  withoutScript: string;
}

const gates =
  /(?:^|[\s_-])(?:paywall|regwall|piano|tp-modal|tinypass|subscribe?r?-?(?:wall|gate|only|prompt)|subscription-(?:wall|required|prompt)|premium-(?:wall|gate|content-gate)|article-gate|gateway-content|meter(?:ed)?-(?:wall|content)|locked-content|content-locked|leaky-?paywall)/i;
const robotServices =
  /cdn-cgi\/challenge-platform|cf-chl|cf_chl|px-captcha|_pxcaptcha|captcha-delivery\.com|datadome|_incapsula_resource|incapsula incident|awswaf|aws-waf-token|g-recaptcha|h-captcha|cf-turnstile|ddos-guard|sgcaptcha/i;
const consentHosts = /^consent\.|(?:^|\.)guce\.|^cmp\.|\bconsent\.(?:yahoo|google|youtube)\./i;

/** Reads the hints before anything is taken out of the document. `raw` is the source with its scripts. */
export function pageHints(
  raw: string,
  source: StrippedSource,
  document: Document,
  url?: string,
): PageHints {
  const access = accessData(source.jsonLd);
  const tier = document
    .querySelector('meta[property="article:content_tier"], meta[name="article:content_tier"]')
    ?.getAttribute("content")
    ?.toLowerCase();
  const metaFree = document
    .querySelector('meta[itemprop="isAccessibleForFree"]')
    ?.getAttribute("content")
    ?.toLowerCase();
  const locked = tier === "locked" || metaFree === "false";
  const roots = document.querySelectorAll("#root, #app, #__next, #__nuxt, #main-app, app-root");
  return {
    ...access,
    free: locked ? false : access.free,
    headings: ["title", "h1"].map(
      (name) => document.querySelector(name)?.textContent?.trim() ?? "",
    ),
    gate: [...document.querySelectorAll("div, section, aside, article, p")].some((element) =>
      gates.test(`${element.getAttribute("class") ?? ""} ${element.getAttribute("id") ?? ""}`),
    ),
    robotCheck: robotServices.test(raw),
    emptyRoot:
      /<script\b/i.test(raw) && [...roots].some((root) => (root.textContent ?? "").trim() === ""),
    consentService: url !== undefined && URL.canParse(url) && consentHosts.test(new URL(url).host),
    withoutScript: [...raw.matchAll(/<noscript\b[^>]{0,200}>([^]{0,600})/gi)]
      .slice(0, 5)
      .map(([, text = ""]) => text.replace(/<\/noscript[^]*$/i, ""))
      .join(" "),
  };
}
