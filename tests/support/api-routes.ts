import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";

type Handler = (args: LoaderFunctionArgs & ActionFunctionArgs) => Promise<Response> | Response;
interface Module {
  loader?: Handler;
  action?: Handler;
}

const modules = import.meta.glob<Module>("../../app/routes/api.*.ts", { eager: true });

/** The address that a file of `app/routes` answers at, as OpenAPI writes it. */
const pathOf = (file: string): string =>
  "/" +
  file
    .replace(/^.*\/routes\//, "")
    .replace(/\.ts$/, "")
    .replace(/\._index$/, "")
    .split(/\.(?![^[]*\])/)
    .map((part) => part.replace(/^\$(\w+)/, "{$1}").replace(/\[(.+?)\]/g, "$1"))
    .join("/");

/** The routes under /api by their addresses; the one for every other address is left out. */
export const apiRoutes: ReadonlyMap<string, Module> = new Map(
  Object.entries(modules)
    .filter(([file]) => !file.endsWith("/api.$.ts"))
    .map(([file, module]) => [pathOf(file), module]),
);
