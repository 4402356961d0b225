// For development and tests, where there is no bundle: Node's threads do not take over the loader of TypeScript.
import { register } from "tsx/esm/api";

register();
await import("./thread.ts");
