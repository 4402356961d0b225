import { build } from "esbuild";
import type { Page } from "@playwright/test";

import { longText } from "./long-review";

const style = "body{font:16px/1.5 sans-serif;max-width:48rem;margin:2rem auto}";
const html = () =>
  longText()
    .map((text) => `<p>${text}</p>`)
    .join("");

/** A page of its own, because what is written into an open one takes its listeners away. */
async function serve(page: Page, body: string): Promise<void> {
  const document = `<!doctype html><style>${style}</style><body>${body}</body>`;
  await page.route("**/*", (route) => route.fulfill({ contentType: "text/html", body: document }));
  await page.goto("http://peer.test/");
}

/** The same words in an element that the browser alone makes editable. */
export async function openPlain(page: Page): Promise<void> {
  await serve(page, `<div id="rationale" contenteditable="true">${html()}</div>`);
}

/** The same words in the same editor, with nothing of ours: no shared document, carets, comments or page around it. */
export async function openEditorAlone(page: Page): Promise<void> {
  const bundled = await build({
    stdin: {
      contents: `import { Editor } from "@tiptap/core";
        import { StarterKit } from "@tiptap/starter-kit";
        new Editor({ element: document.body, extensions: [StarterKit], content: window.words,
          editorProps: { attributes: { id: "rationale" } } });`,
      resolveDir: process.cwd(),
    },
    bundle: true,
    write: false,
    format: "iife",
    define: { "process.env.NODE_ENV": '"production"' },
  });
  await serve(page, "");
  await page.evaluate((words) => Object.assign(window, { words }), html());
  await page.addScriptTag({ content: bundled.outputFiles[0]?.text ?? "" });
}
