import { Plus } from "lucide-react";
import { useState } from "react";

import { Button } from "~/components/ui/button";
import { addressesIn } from "~/domain/evidence/pasted-addresses";
import { safeLink } from "~/domain/verdict/safe-link";

import { addressRefused } from "./address-field";
import { controlClass, LiveField } from "./live-field";

/** A field for addresses; several that are pasted make several cards. Not a form: the page around may be one. */
export function AddEvidence({ onAdd }: { onAdd: (addresses: readonly string[]) => void }) {
  const [typed, setTyped] = useState("");
  const [isRefused, setRefused] = useState(false);

  const add = (raw: string) => {
    const url = raw.trim() === "" ? "" : safeLink(raw);
    setRefused(url === null);
    setTyped(url === null ? raw : "");
    if (url !== null) onAdd([url]);
  };
  return (
    <div className="flex flex-wrap items-start gap-2">
      <LiveField
        label="Add a source"
        hint="Paste one address or several, here or anywhere between the cards; or add an empty card."
        error={isRefused ? addressRefused : null}
        className="grow"
      >
        {(described) => (
          <input
            {...described}
            type="url"
            inputMode="url"
            placeholder="https://"
            className={controlClass}
            value={typed}
            onChange={(event) => {
              setTyped(event.currentTarget.value);
              setRefused(false);
            }}
            onKeyDown={(event) => {
              if (event.key !== "Enter") return;
              event.preventDefault();
              add(typed);
            }}
            onPaste={(event) => {
              const pasted = event.clipboardData.getData("text/plain");
              const addresses = addressesIn(pasted);
              if (typed !== "") return;
              if (addresses.length === 0 && !URL.canParse(pasted.trim())) return;
              event.preventDefault();
              if (addresses.length === 0) add(pasted);
              else onAdd(addresses);
            }}
          />
        )}
      </LiveField>
      <Button type="button" icon={Plus} className="mt-6" onClick={() => add(typed)}>
        Add evidence
      </Button>
    </div>
  );
}
