import { Form } from "@remix-run/react";

import { Button } from "~/components/ui/button";
import { SelectField } from "~/components/ui/field";
import { WorksWhileReadOnly } from "~/components/ui/works-while-read-only";
import { useHydrated } from "~/components/ui/use-hydrated";

import { triageOrderLabel, triageOrderOf, triageOrders, type TriageOrder } from "./triage-order";

export interface TriageOrderFieldProps {
  order: TriageOrder;
  onOrder: (order: TriageOrder) => void;
}

const options = triageOrders.map((value) => ({ value, label: triageOrderLabel[value] }));

/** By what the list is ordered, for an editor who weighs otherwise than the sum does. */
export function TriageOrderField({ order, onOrder }: TriageOrderFieldProps) {
  const hydrated = useHydrated();
  return (
    <WorksWhileReadOnly>
      <Form method="get" preventScrollReset className="flex items-end gap-2">
        <SelectField
          label="Ordered by"
          name="order"
          options={options}
          value={order}
          onChange={(event) => onOrder(triageOrderOf(event.target.value))}
        />
        {hydrated ? null : <Button size="small">Order</Button>}
      </Form>
    </WorksWhileReadOnly>
  );
}
