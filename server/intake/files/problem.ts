import { fail } from "~/domain/result";

import type { ReadResult } from "../read-draft";

/** Why no article could be read from a file, by name. Nothing was saved, and the message says what to do. */
export const refuseFile = (message: string): ReadResult => fail({ kind: "file", message });

export const encrypted =
  "The file is encrypted or protected by a password, so it cannot be read. Nothing was saved. Save it without a password and choose it again, or paste the text.";
export const brokenPdf =
  "The file says that it is a PDF, but it is damaged and cannot be read. Nothing was saved. Save it anew and choose it again, or paste the text.";
export const scannedPdf =
  "The PDF holds no text; it seems to be scanned, or to consist of pictures. Nothing was saved. Have its text recognised first, or type or paste it.";
export const brokenDocx =
  "The Word document is damaged and cannot be read. Nothing was saved. Save it anew and choose it again, or paste the text.";
export const withMacros =
  "The Word document holds macros (a program). Such files are not opened here. Nothing was saved. Save it as .docx without macros, or paste the text.";
export const withDoctype =
  "The Word document declares entities, which no Word document needs and which can be used to attack a reader. It was not opened, and nothing was saved. Paste the text instead.";
export const zipBomb =
  "The file unpacks to far more than it should and was not opened; it may be made to do harm. Nothing was saved. Paste the text instead.";
export const otherArchive =
  "The file seems to be an Office document or a ZIP archive, but not a Word document. Nothing was saved. Only .docx, .pdf, text, Markdown and HTML can be read; paste the text.";
export const emptyDocx =
  "There is no text in the Word document. Nothing was saved. Choose another one or paste the text.";
