import "~/web/zod-without-eval";

import { checkBundle } from "~/domain/log/check-bundle";

/*
 * The whole of the script of /verify: what is checked is checked with the same code as on the command line, and drawn by
 * filling in what the page brought along. No framework, so that a reader on a slow line gets a tenth of it.
 */

type Checked = ReturnType<typeof checkBundle>;

function element<T extends HTMLElement>(id: string, kind: new () => T): T {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`The page has no ${id}`);
  return found;
}

const form = element("verify-form", HTMLFormElement);
const result = element("verify-result", HTMLElement);
const bundle = field("bundle", HTMLTextAreaElement);
const keys = field("keys", HTMLTextAreaElement);

function field<T extends HTMLElement>(name: string, kind: new () => T): T {
  const found = form.elements.namedItem(name);
  if (!(found instanceof kind)) throw new Error(`The form has no ${name}`);
  return found;
}

const failed = (error: string): Checked => ({ ok: false, error });

function copyOf(id: string): DocumentFragment {
  return element(id, HTMLTemplateElement).content.cloneNode(true) as DocumentFragment;
}

const slot = (within: ParentNode, name: string): Element => {
  const found = within.querySelector(`[data-slot="${name}"]`);
  if (!found) throw new Error(`The page has no place for ${name}`);
  return found;
};

function drawn(checked: Checked): DocumentFragment {
  if (!checked.ok) {
    const bad = copyOf("verify-bad");
    slot(bad, "error").textContent = checked.error;
    return bad;
  }
  const good = copyOf("verify-good");
  slot(good, "headline").textContent = checked.value.headline;
  for (const name of ["proved", "notProved"] as const) {
    const points = checked.value[name].map((words) => {
      const point = copyOf("verify-point");
      slot(point, "point").textContent = words;
      return point;
    });
    slot(good, name).replaceChildren(...points);
  }
  return good;
}

function show(checked: Checked): void {
  result.replaceChildren(drawn(checked));
  result.focus();
}

function check(): void {
  const text = bundle.value;
  if (text.trim() === "")
    return show(failed("There is no bundle yet. Choose its file or paste it."));
  show(checkBundle(text, keys.value.trim() === "" ? null : keys.value));
}

function readInto(name: string, area: HTMLTextAreaElement): void {
  const chosen = field(name, HTMLInputElement);
  chosen.addEventListener("change", () => {
    const file = chosen.files?.[0];
    if (!file) return;
    file.text().then(
      (text) => {
        area.value = text;
        result.replaceChildren();
      },
      () => show(failed(`“${file.name}” cannot be read. Choose it again, or paste what is in it.`)),
    );
  });
}

async function take(button: HTMLButtonElement, address: string): Promise<void> {
  if (button.ariaBusy === "true") return;
  button.ariaBusy = button.ariaDisabled = "true";
  try {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(`The server answered ${answer.status}`);
    bundle.value = await answer.text();
    check();
  } catch {
    show(
      failed("The bundle did not come from the server. Try again, or choose a copy that you have."),
    );
  } finally {
    button.ariaBusy = button.ariaDisabled = null;
  }
}

readInto("bundle-file", bundle);
readInto("keys-file", keys);
form.addEventListener("submit", (event) => {
  event.preventDefault();
  check();
});
for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-when-ready]")) {
  const address = button.dataset["take"];
  if (address !== undefined) button.addEventListener("click", () => void take(button, address));
  button.disabled = false;
}
