import { RatingBadge } from "~/components/verdict/rating-badge";
import { Section } from "~/components/ui/page";
import type { Balance, RatingCount } from "~/domain/statistics/insights";
import { ratings, ratingScale } from "~/domain/verdict/rating";

import { BarTable } from "./bar-table";

const none = <p className="text-sm text-muted">No claim was settled in this period.</p>;

/** How the claims that were settled in a period were rated. */
export function VerdictsSection({ verdicts }: { verdicts: readonly RatingCount[] }) {
  const all = verdicts.reduce((sum, { claims }) => sum + claims, 0);
  const counted = new Map(verdicts.map(({ rating, claims }) => [rating, claims]));
  return (
    <Section title="Verdicts" aside="Claims signed in this period and still standing">
      {all === 0 ? (
        none
      ) : (
        <BarTable
          caption="Settled claims by rating"
          columns={["Rating", "Share", "Claims"]}
          bars={ratings.map((rating) => {
            const claims = counted.get(rating) ?? 0;
            return {
              key: rating,
              label: <RatingBadge rating={rating} size="small" />,
              value: claims,
              rating,
              cells: [`${Math.round((100 * claims) / all)} %`, claims],
            };
          })}
        />
      )}
    </Section>
  );
}

const heads = {
  claimant: { title: "Claimants", column: "Who said it", unknown: "Not noted" },
  outlet: { title: "Outlets", column: "Where it stood", unknown: "No outlet noted" },
  topic: { title: "Topics", column: "What it is about", unknown: "No topic" },
};

/** Whose claims the desk checks, and how they came out: whether it looks at one side only. */
export function BalanceSection({
  kind,
  balance,
}: {
  kind: Balance["kind"];
  balance: readonly Balance[];
}) {
  const rows = balance.filter((row) => row.kind === kind);
  const { title, column, unknown } = heads[kind];
  return (
    <Section
      title={title}
      aside={
        kind === "topic"
          ? "The ten most checked; a claim with two topics counts in both"
          : "The ten most checked"
      }
    >
      {rows.length === 0 ? (
        none
      ) : (
        <BarTable
          caption={`${title} by settled claims`}
          columns={[column, "Claims"]}
          bars={rows.map(({ name, claims, verdicts }) => ({
            key: name ?? "",
            label: (
              <>
                {name ?? unknown}
                <span className="block text-xs text-muted">
                  {ratings
                    .filter((rating) => verdicts[rating])
                    .map(
                      (rating) => `${verdicts[rating]} ${ratingScale[rating].label.toLowerCase()}`,
                    )
                    .join(", ")}
                </span>
              </>
            ),
            value: claims,
            cells: [claims],
          }))}
        />
      )}
    </Section>
  );
}
