import { Notice } from "~/components/ui/notice";

/** How results look: filled in by the page's script, which has no other way to draw. `data-slot` names what goes where. */
export function ResultTemplates() {
  return (
    <>
      <template id="verify-bad">
        <Notice kind="danger" title="This is not proved" live>
          <p className="wrap-anywhere" data-slot="error" />
          <p>
            Take the bundle from the verdict’s page again, and the key from where you trust it. If
            it stays so, this is not what was published: keep it, and tell the desk.
          </p>
        </Notice>
      </template>
      <template id="verify-good">
        <div className="flex flex-col gap-6">
          <Notice kind="success" title="The bundle holds" live>
            <p className="wrap-anywhere" data-slot="headline" />
          </Notice>
          <Points title="What is proved" slot="proved" />
          <Points title="What is not proved" slot="notProved" />
        </div>
      </template>
      <template id="verify-point">
        <li className="wrap-anywhere" data-slot="point" />
      </template>
    </>
  );
}

function Points({ title, slot }: { title: string; slot: string }) {
  return (
    <section className="flex flex-col gap-2">
      <h2 className="text-lg font-semibold">{title}</h2>
      <ul className="flex max-w-prose list-disc flex-col gap-2 pl-5" data-slot={slot} />
    </section>
  );
}
