/** The little that is used of a library without types. */
declare module "@citation-js/core" {
  export const plugins: { output: { format(name: string, items: readonly object[]): string } };
}
declare module "@citation-js/plugin-bibtex";
