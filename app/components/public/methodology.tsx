import { Section } from "~/components/ui/page";

import { Prose, ReadingPage } from "./reading-page";

const link = "text-accent underline";

/** How claims are chosen, checked, decided and published here: what the software holds everybody to. */
export function Methodology() {
  return (
    <ReadingPage
      title="How we check"
      lead="What happens to a claim before you read a verdict on it. Most of it is enforced by the software, and every step is on record."
    >
      <Section look="read" title="What is checked" id="selection">
        <Prose>
          <p>
            An article is frozen as it stood, and split into the statements in it that can be
            checked. An editor decides which of them are: statements of fact that matter, that many
            people read, and that can be settled with evidence. Opinions and predictions are not
            rated.
          </p>
          <p>
            A claim is rated in the words in which it stands in the article. Where it needs its
            context to be understood, we say with the verdict which statement we checked.
          </p>
        </Prose>
      </Section>
      <Section look="read" title="Evidence" id="evidence">
        <Prose>
          <p>
            The lead reviewer looks for evidence for and against the claim, primary sources first.
            Each source says whether it supports or refutes the claim or gives context, quotes the
            words it is cited for, and is captured when it is added, so that it can be read when the
            original is gone.
          </p>
          <p>
            A verdict rests on two sources that do not depend on each other, or says in writing why
            one is enough. It says what was found on the other side, or that it was looked for and
            nothing was found.
          </p>
          <p>Whoever is concerned is asked for a reply, and the verdict says what came of it.</p>
        </Prose>
      </Section>
      <Section look="read" title="Two people decide" id="two-people">
        <Prose>
          <p>
            A second reviewer, who has not seen the first rating, rates the claim on the same
            evidence. Where the two differ, one of them moves to the other’s rating in the open, or
            editors decide; the reasons and any dissent are kept, and dissent is published where its
            author lets it be.
          </p>
          <p>
            The second reviewer signs the exact words that are published. Any later change voids the
            signature. An editor who did not check the claim publishes it; exceptions are shown on
            the report with their reasons.
          </p>
        </Prose>
      </Section>
      <Section look="read" title="Ratings" id="ratings">
        <Prose>
          <p>
            What each rating means stands on{" "}
            <a href="/ratings" className={link}>
              the rating scale
            </a>
            .
          </p>
        </Prose>
      </Section>
      <Section look="read" title="When we are wrong" id="corrections">
        <Prose>
          <p>
            A published verdict that may be wrong is reviewed again like any other, by two people.
            Meanwhile its page says so. What was corrected and why stands on top of the page, what
            was said before stays to be read, and all of it is in{" "}
            <a href="/corrections" className={link}>
              the log of corrections
            </a>
            . A verdict that does not stand at all is retracted: it stays to be read, as retracted.
          </p>
        </Prose>
      </Section>
    </ReadingPage>
  );
}
