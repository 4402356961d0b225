import { currentBundle } from "./bundle.mjs";

await import(await currentBundle());
