import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import {
  createStaticHandler,
  createStaticRouter,
  StaticRouterProvider,
} from "react-router-dom/server";

const handler = createStaticHandler([{ path: "*", element: null }]);
const answered = await handler.query(new Request("http://desk.test/"));
if (answered instanceof Response) throw new Error("The page of the test leads elsewhere");
const context = answered;

/**
 * The HTML of something that has links and forms, as the server writes it. The test that uses it has Remix's links and
 * forms replaced by those of the router that they are made of, which needs no build.
 */
export function htmlInPage(node: ReactNode): string {
  const router = createStaticRouter([{ id: "0", path: "*", element: node }], context);
  return renderToStaticMarkup(
    <StaticRouterProvider router={router} context={context} hydrate={false} />,
  );
}
