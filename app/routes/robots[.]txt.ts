import type { LoaderFunctionArgs } from "@remix-run/node";

import { conditional } from "~/web/conditional.server";

/** What search engines need not ask for. It keeps nobody out: that is what signing in is for. */
export function loader({ request, context: { publicUrl } }: LoaderFunctionArgs) {
  const hidden = ["/desk", "/login", "/logout", "/session", "/invite/", "/guest/", "/api/"];
  return conditional(request, {
    type: "text/plain; charset=utf-8",
    maxAge: 3_600,
    body: [
      "User-agent: *",
      ...hidden.map((path) => `Disallow: ${path}`),
      "",
      `Sitemap: ${publicUrl}/sitemap.xml`,
      `Sitemap: ${publicUrl}/news-sitemap.xml`,
      "",
    ].join("\n"),
  });
}
