export { beginDueLooks, looksToDo } from "./due-looks";
export { doLook, type LookTools } from "./look-job";
export { placeClaims } from "./place-claims";
