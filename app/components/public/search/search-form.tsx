import { Search } from "lucide-react";

import { Button } from "~/components/ui/button";
import { DateField, TextField } from "~/components/ui/field";
import type { SearchQuery } from "~/domain/report/search/search-query";

/** What is sought. The filters that were chosen as links go along. */
export function SearchForm({ query }: { query: SearchQuery }) {
  const { text, from, to } = query;
  return (
    <form
      role="search"
      action="/search"
      className="no-print flex flex-col gap-4 sm:flex-row sm:flex-wrap sm:items-end"
    >
      <TextField
        label="Words of the claim, the verdict or whoever made the claim"
        name="q"
        type="search"
        defaultValue={text ?? ""}
        maxLength={200}
        optional="unsaid"
        className="min-w-0 sm:min-w-80 sm:flex-1"
      />
      <DateField label="Published from" name="from" defaultValue={from ?? ""} optional="unsaid" />
      <DateField label="Published to" name="to" defaultValue={to ?? ""} optional="unsaid" />
      {(["rating", "topic", "claimant"] as const).map((name) => {
        const value = query[name];
        return value === null ? null : <input key={name} type="hidden" name={name} value={value} />;
      })}
      <Button type="submit" variant="primary" icon={Search}>
        Search
      </Button>
    </form>
  );
}
