import { notFound } from "~/web/guards";

/** Any address that is no page: part of the public site, so that what is said on all its pages is said here too. */
export function loader(): never {
  throw notFound();
}

export default function Nothing() {
  return null;
}
