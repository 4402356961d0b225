import { Time } from "~/components/ui/time";
import { wayLabel, type ArticleOriginal as Original } from "~/domain/article/original";

const size = new Intl.NumberFormat("en", { maximumFractionDigits: 1 });

/** What the article was read from: how it came, when, its hash, and the way to its bytes. */
export function ArticleOriginal({
  articleId,
  original: { way, size: bytes, mediaType, name, keptAt, sha256 },
}: {
  articleId: string;
  original: Original;
}) {
  return (
    <p className="mb-4 text-sm text-muted">
      Kept is {wayLabel[way]}
      {name === null ? null : <> (“{name}”)</>}: {size.format(bytes / 1000)} kB,{" "}
      {mediaType.split(";", 1)[0]}, since <Time iso={keptAt} />.{" "}
      <a href={`/desk/articles/${articleId}/original`} download className="text-accent underline">
        Download it
      </a>
      <span className="block break-all font-mono text-xs">SHA-256 {sha256}</span>
    </p>
  );
}
