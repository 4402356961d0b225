import { Section } from "~/components/ui/page";
import { Time } from "~/components/ui/time";
import { sizeWords, type KeptCapture } from "~/domain/evidence/capture";
import { screenshotFailureWords } from "~/domain/evidence/screenshot";

export interface ScreenshotSectionProps {
  captureId: string;
  kept: Pick<KeptCapture, "screenshot" | "noScreenshot" | "fetchedAt">;
}

/** How the page looked, or why there is no picture of it. */
export function ScreenshotSection({ captureId, kept }: ScreenshotSectionProps) {
  const { screenshot, noScreenshot, fetchedAt } = kept;
  const address = `/desk/captures/${captureId}/screenshot`;
  return (
    <Section title="Screenshot">
      {screenshot === null ? (
        <p className="max-w-prose text-muted">
          {noScreenshot === null
            ? "None was made: this was captured before the desk made any."
            : screenshotFailureWords[noScreenshot]}
        </p>
      ) : (
        <>
          <p className="max-w-prose text-sm text-muted">
            Drawn by {screenshot.tool} from what was fetched <Time iso={fetchedAt} />, without the
            page’s scripts.
          </p>
          <div
            tabIndex={0}
            role="region"
            aria-label="The screenshot"
            className="max-h-[70dvh] overflow-auto rounded-lg border border-line bg-raised"
          >
            <img
              src={address}
              alt="The page as a browser draws it. Its words stand above."
              loading="lazy"
              className="block w-full"
            />
          </div>
          <p className="text-sm">
            <a href={address} download className="text-accent underline">
              PNG, {sizeWords(screenshot.bytes)}
            </a>
          </p>
        </>
      )}
    </Section>
  );
}
