import type { Reporting } from "./reporting-verbs";
import type { Token } from "./tokens";

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
      return next === "for" || next === "on" || next === "upon";
    case "tell":
    case "ask":
    case "advise":
    case "warn":
      return rest.includes("to") || verb.lemma === "warn";
    case "dismiss":
      return rest.some((word) =>
        /^(?:claims?|allegations?|accusations?|reports?|suggestions?|criticism|concerns?|fears|calls?|idea|rumou?rs|as)$/.test(
          word,
        ),
      );
    case "describe":
      return rest.includes("as");
    case "insist":
      return next === "on";
    case "pledge":
    case "promise":
    case "vow":
    case "threaten":
      return next === "to";
    default:
      return true;
  }
}
