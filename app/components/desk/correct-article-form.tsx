import { Form } from "@remix-run/react";

import { Button, ButtonLink } from "~/components/ui/button";
import { DateField, TextAreaField, TextField } from "~/components/ui/field";
import type { ArticleDraft } from "~/domain/article/article";

export interface CorrectArticleFormProps {
  articleId: string;
  /** What it was read from, kept until it is saved. */
  originalId: string | null;
  /** That the article is here already has been said. */
  isKnown: boolean;
  /** What was found; null after a failed save, when `values` holds everything. */
  draft: ArticleDraft | null;
  errors: Record<string, string[]>;
  values: Record<string, string>;
  busy: boolean;
}

/** The article as it will be frozen, field by field. */
export function CorrectArticleForm({
  articleId,
  originalId,
  isKnown,
  draft,
  errors,
  values,
  busy,
}: CorrectArticleFormProps) {
  const field = (name: keyof ArticleDraft) => ({
    name,
    defaultValue: (draft === null ? values[name] : draft[name]) ?? "",
    errors: errors[name],
  });
  const fetchedAt = field("fetchedAt").defaultValue;
  return (
    <Form method="post" className="flex flex-col gap-4">
      <input type="hidden" name="intent" value="save" />
      <input type="hidden" name="articleId" value={articleId} />
      <input type="hidden" name="originalId" value={originalId ?? ""} />
      {isKnown ? <input type="hidden" name="known" value="yes" /> : null}
      <input type="hidden" name="fetchedAt" value={fetchedAt} />
      <TextField label="Title" {...field("title")} />
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <TextField label="Outlet" hint="Who published it" optional {...field("outlet")} />
        <TextField label="Byline" hint="Who wrote it" optional {...field("byline")} />
        <DateField label="Published on" optional {...field("publishedOn")} />
        <TextField
          label="Language"
          optional
          hint="As its code, such as en; recognised when empty"
          maxLength={3}
          autoCapitalize="none"
          spellCheck={false}
          {...field("language")}
        />
      </div>
      <TextField
        label="Address"
        optional
        type="url"
        inputMode="url"
        placeholder="https://"
        {...field("sourceUrl")}
      />
      <TextAreaField label="Text" rows={20} {...field("text")} />
      <div className="flex flex-wrap gap-3">
        <Button variant="primary" busy={busy}>
          {busy ? "Saving…" : isKnown ? "Save it all the same" : "Save and find the claims"}
        </Button>
        <ButtonLink to="/desk/articles/new" variant="quiet">
          Start over
        </ButtonLink>
      </div>
    </Form>
  );
}
