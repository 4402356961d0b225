/** A list of claims that somebody gave a name. What is kept is the query of its address. */
export interface ClaimView {
  id: string;
  owner: string;
  name: string;
  query: string;
  /** Seen by the whole desk; only editors share. */
  shared: boolean;
}
