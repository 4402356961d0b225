import { z } from "zod";

import { parents, properties, type Property } from "./vocabulary";

const isDate = (text: string) => z.iso.date().safeParse(text).success;
const isDateTime = (text: string) => z.iso.datetime({ offset: true }).safeParse(text).success;

/** A type with all that it is a kind of. */
function kinds(type: string): string[] {
  const parent = parents[type];
  return parent === null || parent === undefined ? [type] : [type, ...kinds(parent)];
}

/**
 * What is wrong with a JSON-LD document by schema.org's vocabulary: types and properties that are none, properties on types
 * that do not have them, and values of a kind that a property does not take. Empty when nothing is.
 */
export function checkTerms(value: unknown, at = "$"): string[] {
  if (Array.isArray(value)) return value.flatMap((each, i) => checkTerms(each, `${at}[${i}]`));
  if (typeof value !== "object" || value === null) return [];
  const node = new Map(Object.entries(value));
  if (node.has("@graph")) return checkTerms(node.get("@graph"), `${at}.@graph`);
  const type = node.get("@type");
  if (typeof type !== "string" || parents[type] === undefined) return [`${at}: no type ${type}`];
  return [...node].flatMap(([name, given]) => {
    const here = `${at}.${name}`;
    if (name.startsWith("@")) return [];
    const property = properties[name];
    if (!property) return [`${here}: no property of schema.org that is known here`];
    const wrong = kinds(type).some((kind) => property.domain.includes(kind))
      ? []
      : [`${here}: ${type} has no such property`];
    return [
      ...wrong,
      ...[given].flat().flatMap((each, i) => checkValue(each, property, `${here}[${i}]`)),
    ];
  });
}

function checkValue(value: unknown, { range }: Property, at: string): string[] {
  const fits = (type: string): boolean => {
    switch (type) {
      case "Text":
        return typeof value === "string" && value !== "";
      case "URL":
        return typeof value === "string" && /^https?:/.test(value) && URL.canParse(value);
      case "Number":
        return typeof value === "number" && Number.isFinite(value);
      case "Date":
        return typeof value === "string" && isDate(value);
      case "DateTime":
        return typeof value === "string" && isDateTime(value);
      default:
        return (
          typeof value === "object" &&
          value !== null &&
          "@type" in value &&
          typeof value["@type"] === "string" &&
          kinds(value["@type"]).includes(type)
        );
    }
  };
  const wrong = range.some(fits) ? [] : [`${at}: not ${range.join(" or ")}`];
  return [...wrong, ...checkTerms(value, at)];
}
