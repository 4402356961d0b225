import { expect, test } from "vitest";

import { logged, withoutSecret } from "../../../server/http/guest-pages";

test.each([
  ["/guest/s3cret", "/guest/…"],
  ["/guest/s3cret.data?_routes=x", "/guest/….data"],
  ["/GUEST/s3cret", "/guest/…"],
  ["/%67uest/s3cret/", "/guest/…/"],
  ["//guest//s3cret?x=1", "/guest/…"],
  ["/invite/s3cret", "/invite/…"],
  ["/follow/5ecret.data?_routes=x", "/follow/….data"],
  ["/desk/claims?q=/guest/x", "/desk/claims?q=/guest/x"],
  ["/guest", "/guest"],
  ["/%E0%A4%A/guest", "/%E0%A4%A/guest"],
])("the log has %s as %s", (url, logged) => {
  expect(withoutSecret(url)).toBe(logged);
});

test("the log has neither where a request went nor where its answer leads", () => {
  expect(logged.req({ method: "POST", url: "/guest/s3cret" })).toEqual({
    method: "POST",
    url: "/guest/…",
  });
  const headers = { location: "/guest/s3cret", vary: "Accept" };
  expect(logged.res({ statusCode: 302, headers })).toEqual({
    statusCode: 302,
    headers: { location: "/guest/…", vary: "Accept" },
  });
});
