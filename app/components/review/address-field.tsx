import { useState } from "react";

import { controlClass, LiveField } from "./live-field";

export const addressRefused =
  "Only addresses that begin with http:// or https:// can be kept, because readers will follow them.";

/** The address of a source. What is no web address stays in the field with the reason beside it, and is not shared. */
export function AddressField({
  part,
  value,
  onChange,
}: {
  part: string;
  value: string;
  onChange: (value: string) => boolean;
}) {
  const [typed, setTyped] = useState<string | null>(null);
  const [isRefused, setRefused] = useState(false);
  return (
    <LiveField part={part} label="Address" error={isRefused ? addressRefused : null}>
      {(described) => (
        <input
          {...described}
          type="url"
          inputMode="url"
          placeholder="https://"
          maxLength={2048}
          className={controlClass}
          value={typed ?? value}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setRefused(false);
          }}
          onBlur={() => {
            if (typed === null) return;
            const isKept = onChange(typed);
            setRefused(!isKept);
            if (isKept) setTyped(null);
          }}
        />
      )}
    </LiveField>
  );
}
