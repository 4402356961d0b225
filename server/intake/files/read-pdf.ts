import { getDocumentProxy } from "unpdf";

import { characterCount, cleanLine, cleanText } from "~/domain/article/clean-text";
import { articleLimits } from "~/domain/article/draft";

import { fit, withoutBy } from "../page-metadata";
import { publishedDate } from "~/domain/calendar/published-date";
import type { ReadResult } from "../read-draft";
import { readPlain } from "../read-plain";
import { paragraphsOf, type PdfLine } from "./pdf-lines";
import { brokenPdf, encrypted, refuseFile, scannedPdf } from "./problem";

const mostPages = 300;

/** Reads the text of a PDF, its title, author and date from its properties. Nothing in it is run or fetched. */
export async function readPdf(bytes: Uint8Array): Promise<ReadResult> {
  let pdf: Awaited<ReturnType<typeof getDocumentProxy>>;
  try {
    pdf = await getDocumentProxy(Uint8Array.from(bytes), {
      isEvalSupported: false,
      disableFontFace: true,
      useSystemFonts: false,
      enableXfa: false,
      maxImageSize: 1,
      verbosity: 0,
    });
  } catch (error) {
    return refuseFile(isNamed(error, "PasswordException") ? encrypted : brokenPdf);
  }
  if (pdf.numPages > mostPages) {
    return refuseFile(
      `The PDF has ${pdf.numPages} pages; the limit is ${mostPages}. Nothing was saved. Paste the text of the article instead.`,
    );
  }
  try {
    const lines: PdfLine[] = [];
    let length = 0;
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number);
      for (const item of (await page.getTextContent()).items) {
        if (!("str" in item)) continue;
        const [, , , , x, y] = item.transform.map(Number);
        const { str: text, height, hasEOL: ends } = item;
        lines.push({ text, height, ends, page: number, x: x ?? 0, y: y ?? 0 });
        length += text.length;
      }
      page.cleanup();
      if (length > articleLimits.text * 5) break;
    }
    const text = cleanText(paragraphsOf(lines));
    if (characterCount(text.replace(/\s/g, "")) < 20) return refuseFile(scannedPdf);
    const draft = readPlain(text);
    if (!draft.ok) return draft;
    const { info } = await pdf.getMetadata();
    const property = (name: string) => propertyOf(info, name);
    const [, year, month, day] =
      /^D:(\d{4})(\d\d)(\d\d)/.exec(property("CreationDate") ?? "") ?? [];
    return {
      ok: true,
      value: {
        ...draft.value,
        title: fit(property("Title"), articleLimits.title) ?? draft.value.title,
        byline: fit(withoutBy(property("Author")), articleLimits.name),
        publishedOn: year === undefined ? null : publishedDate(`${year}-${month}-${day}`),
      },
    };
  } catch {
    return refuseFile(brokenPdf);
  } finally {
    await pdf.destroy();
  }
}

const isNamed = (error: unknown, name: string): boolean =>
  error instanceof Error && error.name === name;

function propertyOf(info: object, name: string): string | null {
  const found: unknown = new Map<string, unknown>(Object.entries(info)).get(name);
  return typeof found === "string" ? cleanLine(found) || null : null;
}
