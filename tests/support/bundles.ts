import { loader } from "../../app/routes/claims.$slug[.]json";
import type { TestDesk } from "./desk";

/** The text of a verdict's bundle, as its address answers anybody. */
export async function bundleText(desk: TestDesk, reportSlug: string): Promise<string> {
  const report = await desk.anonymous.reports.find(reportSlug);
  const slug = report?.verdicts[0]?.slug;
  if (!slug) throw new Error("There is no such verdict");
  const unused = () => Promise.reject(new Error("Nobody is signed in"));
  const answer = await loader({
    params: { slug },
    request: new Request(`http://desk.test/claims/${slug}.json`),
    context: {
      ...{ cspNonce: "", publicUrl: "http://desk.test", person: null },
      ...{ outage: false, hasJobs: false },
      ports: desk.anonymous,
      session: { signIn: unused, signOut: unused },
    },
  });
  return answer.text();
}
