import { characterCount } from "~/domain/article/clean-text";
import { articleLimits } from "~/domain/article/draft";
import { fail, ok, type Result } from "~/domain/result";

import type { PageHints } from "./page-hints";
import {
  challenge,
  consentWall,
  errorPage,
  needsScript,
  noText,
  onlyBeginning,
  paywalled,
  type ReadProblem,
} from "./problem";

// An article may be about any of these; what stands in its place is short.
const shortPage = 1_500;
const shortNotice = 600;
/** The beginning that a paywall lets through is seldom longer. */
const longestBeginning = 2_500;
/** What counts as the whole article, of the words it is said to have. */
const nearlyAll = 0.6;

// A title of its own kind, with nothing behind it but the name of the site: "500 people" is no error.
const endOfTitle = String.raw`[\s.…!?]*(?:[-–—|:·•].*)?$`;
const robotTitle = new RegExp(
  String.raw`^(?:just a moment|attention required|access (?:to this page has been )?denied|are you (?:a )?(?:human|robot)|pardon our interruption|verify(?:ing)? (?:you are|that you are|your browser)(?: (?:a )?human)?|security check|robot or human|please verify(?: you are (?:a )?human)?|ddos-guard|checking your browser|one more step|human verification|bot verification|client challenge|einen moment(?: bitte)?)${endOfTitle}`,
  "i",
);
const robotWords =
  /\b(?:captcha|not a robot|are (?:you )?(?:a )?human|unusual (?:traffic|activity)|automated (?:access|requests|queries|tools)|checking (?:your browser|if the site connection)|enable (?:javascript and )?cookies|ray id|suspicious activity|kein roboter|pas un robot|no eres un robot)\b/i;
const errorTitle = new RegExp(
  String.raw`^(?:(?:http )?(?:error )?(?:40[0-5]|410|429|50[0-4])(?:(?: |: | - )?(?:error|not found|forbidden|unauthori[sz]ed|bad request|gone|page not found|internal server error|bad gateway|service (?:temporarily )?unavailable|gateway time-?out))?|(?:oops|sorry)\b[^.]{0,40}(?:not found|can[’']?t find|couldn[’']?t find|went wrong)[^.]{0,40}|(?:the |this )?page (?:not found|(?:you requested |you[’']re looking for )?(?:could not|cannot|can[’']t) be found|unavailable|doesn[’']t exist|no longer (?:exists|available))|not found|forbidden|(?:service|temporarily|site) unavailable|bad gateway|gateway time-?out|internal server error|error(?: page)?|seite (?:wurde )?nicht gefunden|page (?:introuvable|non trouvée)|página no encontrada|página não encontrada|pagina non trovata|pagina niet gevonden|страница не найдена|сторінку не знайдено)${endOfTitle}`,
  "i",
);
const consentWords = [
  /\bcookies?\b/i,
  /\b(?:consent|zustimm\w*|einwillig\w*|consentement|consenso|consentimiento|toestemming|zgod[aęy])\b/i,
  /\b(?:accept|agree|akzeptier\w*|accepter|accett\w+|aceptar|accepteren|alle annehmen)\b/i,
  /\b(?:reject|decline|manage|ablehnen|refuser|rifiuta|rechazar|weigeren|settings|preferences|einstellungen|paramétrer)\b/i,
  /\b(?:partners|partnern?|partenaires|socios|third parties|drittanbieter|personali[sz]ed|advertising|werbung|tracking|privacy|datenschutz\w*|vie privée)\b/i,
];
const scriptWords =
  /\b(?:(?:enable|activate|turn on|requires?|need(?:s)?|without|allow) (?:to enable )?(?:javascript|java script|js)\b|javascript (?:is|must be|has to be|needs to be) (?:required|enabled|disabled|turned|switched|not|activated)|you need to enable javascript|aktivieren sie javascript|javascript (?:aktivieren|activer|désactivé|deaktiviert)|activer javascript|activa(?:r)? javascript|включите javascript)/i;
const gateWords =
  /\b(?:subscribe (?:now |today )?(?:to|and|for) (?:continue|read|keep|unlock|get (?:full|unlimited))|(?:to )?(?:continue|keep) reading|already (?:a )?(?:subscriber|subscribed|member)|(?:sign|log) in to (?:continue|read|view|access)|(?:for|available to) (?:paid |registered )?(?:subscribers|members)(?: only)?|subscriber[- ](?:only|exclusive)|(?:create|register) (?:a |an |for (?:a )?)?(?:free )?account to (?:continue|read)|(?:reached|used) your (?:limit|(?:monthly )?(?:free )?(?:article )?(?:limit|allowance))|free articles? (?:left|remaining|this month)|unlock (?:this|the) (?:article|story)|this (?:article|story|content) is (?:reserved )?(?:for|only|exclusive\w*)|weiterlesen mit|jetzt (?:abonnieren|weiterlesen|freischalten)|nur für abonnenten|réservé aux abonnés|abonnez-vous pour|(?:contenuto|articolo) riservato|per abbonati|solo para suscriptores|suscríbete para|alleen voor abonnees|tylko dla subskrybentów)\b/i;

/**
 * Whether what was read is an article: a problem when the page is something else in its place, a notice when it seems to
 * be only its beginning, null when nothing speaks against it. `whole` is all text of the page.
 */
export function judgePage(
  hints: PageHints,
  text: string,
  whole: string,
): Result<string | null, ReadProblem> {
  const length = characterCount(text);
  const enough = length >= articleLimits.shortestText;
  const page = `${hints.headings.join("\n")}\n${whole.slice(0, 20_000)}`;
  if (length < shortPage) {
    const instead = inPlaceOfArticle(hints, page, length);
    if (instead !== null) return fail(instead);
  }
  const gated = isGated(hints, text, page);
  if (enough) return ok(gated ? onlyBeginning : null);
  if (gated) return fail(paywalled);
  return fail(hints.emptyRoot ? needsScript : noText);
}

function inPlaceOfArticle(hints: PageHints, page: string, length: number): ReadProblem | null {
  const { headings } = hints;
  if (headings.some((heading) => robotTitle.test(heading))) return challenge;
  if (headings.some((heading) => errorTitle.test(heading))) return errorPage;
  const consents = consentWords.filter((word) => word.test(page)).length;
  if (hints.consentService && consents >= 2) return consentWall;
  if (length >= shortNotice) return null;
  if (robotWords.test(page) && hints.robotCheck) return challenge;
  if (scriptWords.test(page) && page.length < shortPage) return needsScript;
  if (consents >= 4 && page.length < shortPage * 2) return consentWall;
  if (length >= articleLimits.shortestText) return null;
  if (scriptWords.test(hints.withoutScript)) return needsScript;
  return consents >= 3 ? consentWall : null;
}

function isGated(hints: PageHints, text: string, page: string): boolean {
  const length = characterCount(text);
  if (hints.words !== null && hints.free === false) {
    const words = text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
    return words < hints.words * nearlyAll;
  }
  const asks = gateWords.test(page);
  if (hints.free === false) return length < longestBeginning || (hints.gate && asks);
  if (length < articleLimits.shortestText) return asks || (hints.gate && hints.free !== true);
  return (
    hints.free !== true && asks && (hints.gate || length < shortNotice) && length < longestBeginning
  );
}
