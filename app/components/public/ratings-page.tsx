import { Section } from "~/components/ui/page";
import { RatingScale } from "~/components/verdict/rating-scale";
import { ratingScale, ratings, ratingScaleVersion } from "~/domain/verdict/rating";

import { Prose, ReadingPage } from "./reading-page";

/** The rating scale with what each rating means, which lie on a line, and which do not. */
export function RatingsPage() {
  const beside = ratings.filter((rating) => ratingScale[rating].value === null);
  const names = beside.map((rating) => `“${ratingScale[rating].label}”`).join(" and ");
  return (
    <ReadingPage
      title="The rating scale"
      lead="What our ratings mean. A rating is about the claim as it was made, when it was made."
    >
      <Section look="read" title="The ratings" id="ratings">
        <RatingScale />
      </Section>
      <Section look="read" title="Numbers for machines" id="numbers">
        <Prose>
          <p>
            In the data that machines read, ratings on the line from false to true have a number
            from 1 (“{ratingScale.false.label}”) to 5 (“{ratingScale.true.label}”). {names} have
            none: they say something else than how true a claim is.
          </p>
        </Prose>
      </Section>
      <Section look="read" title="This version" id="version">
        <Prose>
          <p>
            This is version <code className="font-mono">{ratingScaleVersion}</code> of the scale.
            Each verdict names the version that it was made with, as part of what was signed. No
            rating has been retired so far; one that is will be kept here, with its meaning.
          </p>
        </Prose>
      </Section>
    </ReadingPage>
  );
}
