import { Signature } from "lucide-react";

/** The product's name with its sign. */
export function Brand() {
  return (
    <span className="inline-flex items-center gap-2 font-serif text-lg font-semibold text-ink">
      <Signature aria-hidden className="size-5 text-accent" />
      Countersign
    </span>
  );
}
