const prefix = "comment-";

/** The element of a thread, by its first comment; links within the page lead to it. */
export const commentElementId = (commentId: string): string => `${prefix}${commentId}`;

/** The comment that an address leads to; null when it leads to none. */
export function commentInHash(hash: string): string | null {
  return hash.startsWith(`#${prefix}`) ? hash.slice(prefix.length + 1) : null;
}
