import { fewestCases, roughBelow, type Agreement } from "~/domain/statistics/agreement";

/** Agreement with known verdicts in one line; says so where there are too few cases. */
export function PracticeAgreement({
  agreement,
  cases,
}: {
  agreement: Agreement | null;
  cases: number;
}) {
  if (agreement === null) {
    return (
      <span className="text-muted">
        {cases === 1 ? "1 case" : `${cases} cases`}; agreement is shown from {fewestCases}
      </span>
    );
  }
  const { same, share, kappa } = agreement;
  return (
    <span>
      <strong className="font-semibold">{Math.round(100 * share)} %</strong> ({same} of {cases})
      {kappa === null ? null : (
        <>
          , kappa {kappa.value.toFixed(2)}
          {kappa.interval === null
            ? null
            : ` (${kappa.interval.low.toFixed(2)} to ${kappa.interval.high.toFixed(2)}${cases < roughBelow ? ", only rough" : ""})`}
        </>
      )}
    </span>
  );
}
