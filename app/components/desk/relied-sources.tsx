import { SelectField, TextAreaField, TextField } from "~/components/ui/field";
import type { FormFailure } from "~/components/ui/form-failure";
import { stanceLabel, stances, type Evidence } from "~/domain/evidence/evidence";
import { foundField, mostFound, sourceField } from "~/domain/review/second-verdict";

export interface ReliedSourcesProps {
  evidence: readonly Evidence[];
  /** What was typed before, and what was wrong with it. */
  refused: FormFailure | null;
}

const readings = [
  { value: "", label: "I did not rely on it" },
  ...stances.map((stance) => ({ value: stance, label: stanceLabel[stance] })),
];

/** Fields of a second verdict: which sources it rests on, how each is read, and those that its author found. */
export function ReliedSources({ evidence, refused }: ReliedSourcesProps) {
  const typed = (name: string) => ({
    name,
    defaultValue: refused?.values[name] ?? "",
    errors: refused?.errors[name],
  });
  const places = Array.from({ length: mostFound }, (_, place) => place);
  const wasTyped = places.some((place) => refused?.values[foundField(place, "url")]);
  return (
    <>
      <fieldset className="flex flex-col gap-3">
        <legend className="mb-1 text-sm font-medium">What you relied on</legend>
        <p className="text-sm text-muted">
          How you read each source. It is compared with the lead’s reading if your ratings differ.
        </p>
        {evidence.map(({ id, title }, index) => (
          <SelectField
            key={id}
            {...typed(sourceField(id))}
            label={`${index + 1}. ${title}`}
            className="wrap-anywhere"
            optional
            options={readings}
          />
        ))}
        {refused?.errors["sources"] ? (
          <p className="text-sm text-danger">{refused.errors["sources"].join(" ")}</p>
        ) : null}
      </fieldset>
      <details className="rounded-md border border-line bg-raised" open={wasTyped}>
        <summary className="min-h-9 px-3 py-1.5 font-medium">
          Sources that you found yourself
        </summary>
        <div className="flex flex-col gap-4 border-t border-line p-3">
          {places.map((place) => (
            <fieldset key={place} className="flex flex-col gap-2">
              <legend className="mb-1 text-sm font-medium">Source {place + 1}</legend>
              <TextField
                {...typed(foundField(place, "url"))}
                label="Address"
                inputMode="url"
                maxLength={2000}
                placeholder="https://"
                optional
              />
              <TextAreaField
                {...typed(foundField(place, "note"))}
                label="What it shows"
                rows={2}
                maxLength={1000}
                optional
              />
            </fieldset>
          ))}
        </div>
      </details>
    </>
  );
}
