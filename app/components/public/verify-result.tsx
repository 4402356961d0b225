import { Notice } from "~/components/ui/notice";
import type { BundleWords } from "~/domain/log/bundle-in-words";
import type { Result } from "~/domain/result";

/** What was found: the words of a good bundle, or what is wrong with a bad one. */
export type Checked = Result<BundleWords, string>;

export function VerifyResult({ checked }: { checked: Checked }) {
  if (!checked.ok) {
    return (
      <Notice kind="danger" title="This is not proved" live>
        <p className="wrap-anywhere">{checked.error}</p>
        <p>
          Take the bundle from the verdict’s page again, and the key from where you trust it. If it
          stays so, this is not what was published: keep it, and tell the desk.
        </p>
      </Notice>
    );
  }
  const { headline, proved, notProved } = checked.value;
  return (
    <div className="flex flex-col gap-6">
      <Notice kind="success" title="The bundle holds" live>
        <p className="wrap-anywhere">{headline}</p>
      </Notice>
      <Points title="What is proved" points={proved} />
      <Points title="What is not proved" points={notProved} />
    </div>
  );
}

function Points({ title, points }: { title: string; points: readonly string[] }) {
  return (
    <section className="flex flex-col gap-2">
      <h2 className="text-lg font-semibold">{title}</h2>
      <ul className="flex max-w-prose list-disc flex-col gap-2 pl-5">
        {points.map((point) => (
          <li key={point} className="wrap-anywhere">
            {point}
          </li>
        ))}
      </ul>
    </section>
  );
}
