export { exportDesk } from "./export-desk";
export { importDesk } from "./import-desk";
