import { Form } from "@remix-run/react";

import { Button } from "~/components/ui/button";
import { SelectField } from "~/components/ui/field";
import { WorksWhileReadOnly } from "~/components/ui/works-while-read-only";
import { instantWords } from "~/domain/calendar/date-words";
import type { TextVersion } from "~/domain/article/drift/drift";

export interface CompareFormProps {
  id: string;
  from: number;
  to: number;
  versions: readonly TextVersion[];
}

/** Chooses which two versions are compared. */
export function CompareForm({ id, from, to, versions }: CompareFormProps) {
  const options = versions.map(({ number, at }) => ({
    value: String(number),
    label: `Version ${number}, ${instantWords(at)}`,
  }));
  return (
    <WorksWhileReadOnly>
      <Form
        key={`${from}-${to}`}
        method="get"
        action={`/desk/articles/${id}/versions`}
        className="flex flex-wrap items-end gap-3"
      >
        <SelectField label="From" name="from" options={options} defaultValue={String(from)} />
        <SelectField label="To" name="to" options={options} defaultValue={String(to)} />
        <Button>Compare</Button>
      </Form>
    </WorksWhileReadOnly>
  );
}
