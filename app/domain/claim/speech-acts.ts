import type { Reporting } from "./reporting-verbs";
import type { Token } from "./tokens";
import { determiners } from "./word-lists";

/** What somebody else said, and can be turned down: "rejected the claim". */
const saidThing =
  /^(?:claims?|allegations?|accusations?|charges|reports?|suggestions?|criticisms?|concerns?|fears|calls?|idea|notion|rumou?rs|decision|ruling|verdict|announcement|findings?)$/;

/** "called the plan “a gift”": what it is called stands in quotation marks. */
function namesWithQuote(tokens: readonly Token[], i: number, end: number): boolean {
  for (let k = i + 1; k < Math.min(end, i + 24); k += 1) {
    if (tokens[k]?.quoted) return k > i + 1;
    if (!tokens[k]?.word) return false;
  }
  return false;
}

const opensNoun = (token: Token | undefined): boolean =>
  token !== undefined && token.word && (token.capital || determiners.has(token.lower));

/** Whether a verb without a clause still reports a stance: "denied the report", "called for". */
export function isAct(tokens: readonly Token[], i: number, verb: Reporting, end: number): boolean {
  const rest = tokens.slice(i + 1, Math.min(end, i + 12)).map((token) => token.lower);
  const [next = ""] = rest;
  if (next === "" || next === ",") return false;
  switch (verb.lemma) {
    case "perceive":
    case "regard":
      return rest.includes("as") || rest.some((word, k) => word === "to" && rest[k + 1] === "be");
    case "call":
      return next === "for" || next === "on" || next === "upon" || namesWithQuote(tokens, i, end);
    case "tell":
    case "ask":
    case "advise":
    case "warn":
      return rest.includes("to") || verb.lemma === "warn";
    case "dismiss":
      return rest.some((word) => word === "as" || saidThing.test(word));
    case "describe":
    case "characterize":
    case "characterise":
    case "portray":
      return rest.includes("as");
    case "label":
    case "brand":
    case "dub":
      return opensNoun(tokens[i + 1]) || rest.includes("as");
    case "announce":
    case "acknowledge":
      return opensNoun(tokens[i + 1]) || /^(?:plans?|new|that)$/.test(next);
    case "confirm":
      return (
        opensNoun(tokens[i + 1]) ||
        /^(?:[a-z]+ing|\d.*|two|three|four|five|six|seven|eight|nine|ten|more)$/.test(next)
      );
    case "admit":
      return opensNoun(tokens[i + 1]) || /^(?:to|[a-z]+ing)$/.test(next);
    case "claim":
      return /^(?:responsibility|credit|victory|success|self-defence|self-defense)$/.test(next);
    case "report":
      if (/^(?:an?|its|record|net)$/.test(next))
        return rest.slice(1, 9).some((word) => /\d/.test(word));
      return /^(?:\d.*|no|more|several|dozens|hundreds|thousands|two|three|four|five|six|seven|eight|nine|ten|seeing|hearing)$/.test(
        next,
      );
    case "reject":
      if (rest.includes("as")) return true;
      return rest.slice(0, 5).some((word) => saidThing.test(word));
    case "question":
    case "welcome":
      return rest.slice(0, 5).some((word) => saidThing.test(word));
    case "apologise":
    case "apologize":
      return next === "for" || next === "to";
    case "plead":
      return next === "guilty" || next === "not" || next === "innocent";
    case "attribute":
    case "ascribe":
      // "Its losses attributed to trade" are attributed by nobody who is told.
      return rest.includes("to") && next !== "to";
    case "cite":
      return opensNoun(tokens[i + 1]) || /^[a-z]{3,}(?:s|ing|ion|ment)$/.test(next);
    case "expect":
    case "hope":
      return next !== "by" && rest.slice(0, 8).includes("to");
    case "put":
      // "put the bid at about £9m": an estimate is somebody's.
      return rest.some(
        (word, k) =>
          word === "at" &&
          /^(?:\d|about|around|nearly|some|more|less|\p{Sc})/u.test(rest[k + 1] ?? ""),
      );
    case "insist":
      return next === "on";
    case "inform":
    case "notify":
      return rest.slice(0, 6).some((word) => /^(?:of|about)$/.test(word));
    case "pledge":
      return next === "to" || opensNoun(tokens[i + 1]) || /^[\d$€£]/.test(next);
    case "promise":
    case "vow":
    case "threaten":
      return next === "to" || (next === "not" && rest[1] === "to");
    case "blast":
      return opensNoun(tokens[i + 1]) && rest.includes("as");
    default:
      return true;
  }
}
