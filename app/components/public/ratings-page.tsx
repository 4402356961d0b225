import { Section } from "~/components/ui/page";
import { CivilDate } from "~/components/ui/time";
import { RatingScale } from "~/components/verdict/rating-scale";
import { ratingScale, ratings, ratingScaleVersion } from "~/domain/verdict/rating";
import {
  ratingScales,
  retiredRatings,
  type RatingScaleVersion,
} from "~/domain/verdict/rating-scales";

import { Prose, ReadingPage } from "./reading-page";

export interface RatingsPageProps {
  /** Every version, the newest last. */
  scales?: readonly RatingScaleVersion[];
}

/** The rating scale with what each rating means, which lie on a line, and which do not; and every scale before. */
export function RatingsPage({ scales = ratingScales }: RatingsPageProps) {
  const beside = ratings.filter((rating) => ratingScale[rating].value === null);
  const names = beside.map((rating) => `“${ratingScale[rating].label}”`).join(" and ");
  const retired = retiredRatings(scales);
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
      {retired.length === 0 ? null : (
        <Section look="read" title="Retired ratings" id="retired">
          <Prose>
            <p>Verdicts that were made with these keep them, with the meaning that they had.</p>
          </Prose>
          <dl className="flex max-w-prose flex-col gap-3 text-sm">
            {retired.map(({ rating, label, definition, version, until }) => (
              <div key={rating} className="flex flex-col gap-1">
                <dt className="font-semibold">{label}</dt>
                <dd>
                  {definition}{" "}
                  <span className="text-muted">
                    In use until <CivilDate date={until} />, last in version {version}.
                  </span>
                </dd>
              </div>
            ))}
          </dl>
        </Section>
      )}
      <Section look="read" title="Versions" id="version">
        <Prose>
          <p>
            Each verdict names the version that it was made with, as part of what was signed, and
            its page shows what the rating meant in that version. No version is ever changed.
            {retired.length === 0 ? " No rating has been retired so far." : null}
          </p>
          <ul className="flex list-disc flex-col gap-1 pl-6">
            {scales.toReversed().map(({ version, since }) => (
              <li key={version}>
                <code className="font-mono">{version}</code>, since <CivilDate date={since} />
                {version === ratingScaleVersion ? " and in use now" : null}
              </li>
            ))}
          </ul>
        </Prose>
      </Section>
    </ReadingPage>
  );
}
