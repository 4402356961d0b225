import { setTopics, setTopicsInput } from "~/commands/set-topics";
import type { Ports } from "~/commands/ports";
import type { Person } from "~/domain/people/person";
import type { Refusal } from "~/domain/refusal";
import type { Result } from "~/domain/result";
import { topicChange } from "~/domain/topic/topic";

import { parseForm } from "./form";

/** Carries out what somebody changed in the form of topics, which says what it showed and what was chosen. */
export async function setTopicsOf(
  ports: Ports,
  person: Person,
  form: FormData,
): Promise<Result<null, Refusal>> {
  const [shown, chosen] = [form.getAll("had").map(String), form.getAll("topic").map(String)];
  const parsed = parseForm(setTopicsInput, {
    on: form.get("on"),
    id: form.get("id"),
    ...topicChange(shown, chosen),
  });
  return parsed.ok ? setTopics(ports, person, parsed.value) : parsed;
}

/** What is shown again when it is refused. */
export const chosenTopics = (form: FormData): string => form.getAll("topic").map(String).join(",");
