import { TextField } from "~/components/ui/field";
import { shortClaimAdvice, shortClaimLength, shortClaimLimit } from "~/domain/report/short-claim";

export interface ShortClaimFieldProps {
  claimId: string;
  value: string;
  onChange: (value: string) => void;
  errors?: readonly string[] | undefined;
}

/** The claim in at most 75 characters, counted while it is written; longer is possible, up to 300. */
export function ShortClaimField({ claimId, value, onChange, errors }: ShortClaimFieldProps) {
  const length = shortClaimLength(value);
  const over = length - shortClaimAdvice;
  return (
    <div className="flex flex-col gap-1">
      <TextField
        label="The claim in short"
        name={`shortClaim:${claimId}`}
        hint="As a statement, without saying whether it is true."
        maxLength={shortClaimLimit}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        errors={errors}
      />
      <p className="flex flex-wrap items-center gap-x-2 text-sm text-muted">
        <meter
          aria-label="Length of the short claim"
          className="gauge w-24"
          min={0}
          low={shortClaimAdvice + 0.5}
          high={150}
          optimum={0}
          max={shortClaimLimit}
          value={length}
        >
          {length}
        </meter>
        <span>
          {length} of {shortClaimAdvice} advised
          {over > 0 ? `; ${over} over, so search engines may cut it` : ""}
        </span>
      </p>
    </div>
  );
}
