import { createContext, useContext } from "react";

/** Whether jobs run on this desk: they need a direct connection to the database. */
export const DeskJobsContext = createContext(true);

export interface WithoutJobsProps {
  /** What does not happen for that reason, as a whole sentence. */
  children: string;
}

/** Says beside what waits for a job that none comes, and who can change that. Draws nothing where jobs run. */
export function WithoutJobs({ children }: WithoutJobsProps) {
  if (useContext(DeskJobsContext)) return null;
  return (
    <p
      role="note"
      className="max-w-prose rounded-md border border-warning-line bg-warning-soft px-3 py-2 text-sm text-ink"
    >
      {children} The server has no direct connection to the database; whoever runs it can give it
      one (<code className="font-mono text-xs">DATABASE_URL</code>). What you ask for is kept until
      then.
    </p>
  );
}
