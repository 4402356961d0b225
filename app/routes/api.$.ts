import { problemAnswer } from "~/web/problem-answer";

/** Every address under /api that is none. */
export const loader = () =>
  problemAnswer(404, "Not found", "There is no such address; /api/openapi.json lists them.", {
    "Access-Control-Allow-Origin": "*",
  });

export const action = loader;
