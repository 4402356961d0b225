import { Form } from "@remix-run/react";
import { ClipboardPaste, Globe, Upload } from "lucide-react";

import { Button } from "~/components/ui/button";
import { FileField, TextField } from "~/components/ui/field";
import { RadioTabs } from "~/components/ui/radio-tabs";

import { PasteField } from "./paste-field";

export interface IntakeWaysProps {
  articleId: string;
  errors: Record<string, string[]>;
  values: Record<string, string>;
  busy: string | null;
}

/** The three ways in which an article's text can come: pasted, uploaded, fetched. */
export function IntakeWays({ articleId, errors, values, busy }: IntakeWaysProps) {
  const last = values["intent"];
  return (
    <RadioTabs
      name="way"
      legend="How the text comes in"
      value={last === "upload" || last === "fetch" ? last : "paste"}
      tabs={[
        {
          value: "paste",
          label: "Paste",
          icon: ClipboardPaste,
          panel: (
            <Form method="post" className="flex flex-col gap-4">
              <Hidden intent="paste" articleId={articleId} />
              {/* Where the text was marked, when it came with its address. */}
              <input type="hidden" name="url" value={values["url"] ?? ""} />
              <PasteField
                defaultValue={values["text"]}
                errors={last === "paste" ? errors["text"] : undefined}
              />
              <Go busy={busy === "paste"}>Read the text</Go>
            </Form>
          ),
        },
        {
          value: "upload",
          label: "Upload",
          icon: Upload,
          panel: (
            <Form method="post" encType="multipart/form-data" className="flex flex-col gap-4">
              <Hidden intent="upload" articleId={articleId} />
              <FileField
                label="A file with the article"
                name="file"
                hint=".docx, .pdf, .txt, .md or .html"
                accept=".docx,.pdf,.txt,.md,.markdown,.html,.htm,text/plain,text/markdown,text/html"
                errors={last === "upload" ? errors["file"] : undefined}
              />
              <Go busy={busy === "upload"}>Read the file</Go>
            </Form>
          ),
        },
        {
          value: "fetch",
          label: "From the web",
          icon: Globe,
          panel: (
            <Form method="post" className="flex flex-col gap-4">
              <Hidden intent="fetch" articleId={articleId} />
              <input type="hidden" name="item" value={values["item"] ?? ""} />
              <TextField
                label="The article’s address"
                name="url"
                type="url"
                inputMode="url"
                hint="A public page, a PDF or a .docx file. If it cannot be read, copy its text and paste it instead."
                placeholder="https://"
                defaultValue={values["url"]}
                errors={last === "fetch" ? errors["url"] : undefined}
              />
              {values["text"] && values["url"] ? (
                <p className="text-sm text-muted">
                  The words that you marked stand under “Paste”, in case the page cannot be read.
                </p>
              ) : null}
              <Go busy={busy === "fetch"}>Fetch the page</Go>
            </Form>
          ),
        },
      ]}
    />
  );
}

function Hidden({ intent, articleId }: { intent: string; articleId: string }) {
  return (
    <>
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="articleId" value={articleId} />
    </>
  );
}

function Go({ busy, children }: { busy: boolean; children: string }) {
  return (
    <div>
      <Button variant="primary" busy={busy}>
        {busy ? "Reading…" : children}
      </Button>
    </div>
  );
}
