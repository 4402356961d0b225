import { parseHTML } from "linkedom";

/** What a page is made of: its elements, each with its attributes, and where its links and forms lead. */
export interface Structure {
  parts: Set<string>;
  addresses: string[];
}

const leading = new Set(["href", "src", "action", "formaction", "srcset", "data", "xlink:href"]);

export function structureOf(html: string): Structure {
  const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`);
  const parts = new Set<string>();
  const addresses: string[] = [];
  for (const element of document.body.querySelectorAll("*")) {
    parts.add(element.localName);
    for (const { name, value } of element.attributes) {
      parts.add(`${element.localName}[${name}]`);
      if (leading.has(name.toLowerCase())) addresses.push(value);
    }
  }
  return { parts, addresses };
}
