import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";

import type { ReactNode } from "react";
import { renderToPipeableStream } from "react-dom/server";

/** A page as one text, for answers that are compared with what somebody has already. */
export function wholePage(page: ReactNode, timeout: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const { pipe, abort } = renderToPipeableStream(page, {
      onAllReady() {
        const body = new PassThrough();
        text(body).then(resolve, reject);
        pipe(body);
      },
      onShellError: reject,
      onError: reject,
    });
    setTimeout(abort, timeout).unref();
  });
}
