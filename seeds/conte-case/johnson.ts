import type { DemoClaim } from "./case";
import { johnsonEvidence } from "./johnson-evidence";
import { paragraph, quotation } from "./prose";

/** Disputed: the second reviewer, deciding blind, went further than the lead. An editor has to settle it. */
export const johnson: DemoClaim = {
  key: "johnson",
  quote:
    "Kiev’s top negotiator in Istanbul, where the draft deal was agreed, has since confirmed that Ukraine turned its back on the document after then-UK Prime Minister Boris Johnson told it to fight instead.",
  statement:
    "Ukraine’s chief negotiator at the Istanbul talks of 2022 has confirmed that Ukraine abandoned the agreed draft deal after Boris Johnson, then UK prime minister, told it to fight instead.",
  claimant: null,
  type: "causal",
  shortClaim: "Ukraine’s negotiator confirmed it left the deal after Johnson said to fight",
  stage: "disputed",
  lead: "lead",
  second: "second",
  dueInDays: -1,
  priority: "high",
  draft: {
    rating: "misleading",
    summary:
      "Davyd Arakhamia did quote Johnson’s words, but as a further point after two reasons of Ukraine’s own; he did not call them the cause, later denied it, and no deal had been agreed.",
    rationale: [
      paragraph(
        "The words exist. In an interview with Natalia Moseichuk on 24 November 2023 Davyd Arakhamia, asked why Ukraine had not accepted, gave his answer in this order:",
      ),
      quotation(
        "First ... necessary to change the Constitution ... Secondly, there was no confidence in the Russians ... only if there were security guarantees ... Moreover, when we returned from Istanbul, Boris Johnson came to Kyiv and said that we would not sign anything with them at all, and let’s just fight.",
      ),
      paragraph(
        "The article keeps the third point, drops the first two, and joins what is left with “after”, so that a sequence reads as a cause. Arakhamia told The Times in January 2024 that Russia had deliberately distorted his words, that no agreement was possible and that no partner gives Ukraine instructions. Johnson called the account nonsense and Russian propaganda.",
      ),
      paragraph(
        "Some evidence does point to Western reluctance: in May 2022 Ukrainska Pravda quoted unnamed associates of Volodymyr Zelensky on Johnson’s message, and Johnson said later that he had been worried about any deal with Putin. That he argued against one is plausible; that this decided the matter is not shown. “Where the draft deal was agreed” is wrong: there was no final text.",
      ),
      paragraph(
        "True elements arranged to a conclusion that the speaker did not draw: misleading.",
      ),
    ],
    evidence: johnsonEvidence,
    sourcing: {
      singleSource: "",
      otherSide: "found",
      otherSideWords:
        "Looked for signs that pressure from abroad decided: Ukrainska Pravda’s report of May 2022 on Johnson’s message, and what Johnson said later of his worry about a deal. Both are weighed in the rationale; neither shows it.",
      otherSideBy: "Lena Fischer (demo)",
    },
  },
  secondVerdict: {
    rating: "mostly_false",
    reason:
      "The sentence rests on two assertions, and both fail. No deal was agreed in Istanbul, and Arakhamia did not confirm what is put in his mouth: he named the constitution and the lack of trust first, and has since denied that pressure from abroad decided. That he also mentioned Johnson is the one true element. “Misleading” would say that the facts are right and only the impression is wrong; here the facts are wrong.",
    sources: [
      { id: "johnson-interview", stance: "refutes" },
      { id: "johnson-arakhamia-denial", stance: "refutes" },
      { id: "johnson-pravda-2022", stance: "context" },
    ],
  },
};
