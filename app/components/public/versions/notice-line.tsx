import { Notice } from "~/components/ui/notice";
import { Time } from "~/components/ui/time";
import type { VerdictNotice } from "~/domain/report/report";

const title: Record<VerdictNotice["kind"], string> = {
  retracted: "This verdict is retracted",
  being_corrected: "This verdict is being corrected",
};

/** What readers are told of the verdict now, wherever something older of it is read. */
export function NoticeLine({ notice }: { notice: VerdictNotice }) {
  return (
    <Notice kind={notice.kind === "retracted" ? "danger" : "warning"} title={title[notice.kind]}>
      <p>
        <Time iso={notice.since} />
      </p>
      <p className="whitespace-pre-line wrap-anywhere">{notice.reason}</p>
    </Notice>
  );
}
