import { licences, type Licence as Terms } from "~/domain/site/licence";

export interface LicenceProps {
  /** Null where the desk grants none. */
  licence: Terms | null;
  /** Who published the article that is quoted. */
  outlet: string | null;
}

/** On what terms others may use what the desk wrote, and that the quoted article is not the desk's to give. */
export function Licence({ licence, outlet }: LicenceProps) {
  const terms = licence === null ? null : licences[licence];
  return (
    <p className="max-w-prose text-sm text-muted">
      {terms === null ? (
        "All rights in what we wrote are reserved; you may quote it and link to it."
      ) : (
        <>
          What we wrote is licensed under{" "}
          <a href={terms.url} rel="license" className="text-accent underline">
            {terms.label}
          </a>
          . {terms.words}
        </>
      )}{" "}
      The article and the sources are quoted, and belong to{" "}
      {outlet === null ? "whoever published them" : `${outlet} and to whoever published them`}.
    </p>
  );
}
