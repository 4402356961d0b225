import { ButtonLink } from "~/components/ui/button";
import { Section } from "~/components/ui/page";
import { limitOf, overBy, type WorkInHand, type Workload } from "~/domain/assignment/work-in-hand";

export interface OwnWorkProps {
  mine: Workload;
  work: Pick<WorkInHand, "limit">;
  /** Whether this person may say how much is enough. */
  maySet: boolean;
}

/** What one has in hand, and how much is meant to be enough. */
export function OwnWork({ mine, work, maySet }: OwnWorkProps) {
  const { leads, seconds, ownLimit } = mine;
  const over = overBy(mine, work);
  const limit = limitOf(mine, work);
  return (
    <Section
      title="Work in hand"
      aside={
        maySet ? (
          <ButtonLink to="/desk/work" variant="quiet" size="small">
            Everybody’s, and the limits
          </ButtonLink>
        ) : null
      }
    >
      <p className="max-w-prose">
        You lead {leads} in review and are to decide second on {seconds}. {limit} at once{" "}
        {limit === 1 ? "is" : "are"} meant to be enough
        {ownLimit === null ? ", as for everybody" : " for you"}
        {over > 0 ? `; that is ${over} more than meant` : ""}. It warns whoever assigns you more,
        and keeps nobody from it.
      </p>
    </Section>
  );
}
