import { useSearchParams } from "@remix-run/react";

import { defaultOrder, triageOrderOf, type TriageOrder } from "./triage-order";

/** The order of the claims, kept in the address. */
export function useTriageOrder(): [TriageOrder, (order: TriageOrder) => void] {
  const [search, setSearch] = useSearchParams();
  const choose = (order: TriageOrder) =>
    setSearch(
      (before) => {
        const after = new URLSearchParams(before);
        if (order === defaultOrder) after.delete("order");
        else after.set("order", order);
        return after;
      },
      { replace: true, preventScrollReset: true },
    );
  return [triageOrderOf(search.get("order")), choose];
}
