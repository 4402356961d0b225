import { useState, type ClipboardEvent } from "react";

import { TextAreaField } from "~/components/ui/field";
import { richText } from "~/domain/article/rich-text";

/** More is pasted as plain text. */
const longestMarkup = 3_000_000;

/**
 * Where an article is pasted. What comes with headings and paragraphs keeps them as text, and what came is sent along to
 * be kept. It is parsed without being shown, so that nothing in it runs or is loaded. Without JavaScript browsers paste
 * the plain text.
 */
export function PasteField({
  defaultValue,
  errors,
}: {
  defaultValue: string | undefined;
  errors: string[] | undefined;
}) {
  const [markup, setMarkup] = useState("");
  const pasted = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const html = event.clipboardData.getData("text/html");
    if (html === "" || html.length > longestMarkup) return;
    const text = richText(new DOMParser().parseFromString(html, "text/html").body);
    if (text === "") return;
    event.preventDefault();
    const field = event.currentTarget;
    field.setRangeText(text, field.selectionStart, field.selectionEnd, "end");
    setMarkup((before) => `${before}${html}`.slice(0, longestMarkup));
  };
  return (
    <>
      <input type="hidden" name="html" value={markup} readOnly />
      <TextAreaField
        label="The article’s text"
        name="text"
        hint="With its headline. Leave out menus and advertisements if you can; what is not part of the article is also recognised later."
        rows={16}
        defaultValue={defaultValue}
        errors={errors}
        onPaste={pasted}
      />
    </>
  );
}
