/** One of a few settings of the desk, each with what it means. */
export function Choice(props: {
  legend: string;
  name: string;
  options: readonly (readonly [string, string, string])[];
  value: string;
}) {
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 text-sm font-medium">{props.legend}</legend>
      {props.options.map(([value, label, hint]) => (
        <label key={value} className="flex min-h-6 items-start gap-2">
          <input
            type="radio"
            name={props.name}
            value={value}
            defaultChecked={props.value === value}
            className="mt-1.5"
          />
          <span className="flex flex-col">
            {label}
            <span className="text-sm text-muted">{hint}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
