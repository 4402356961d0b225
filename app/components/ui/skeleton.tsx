/** Keeps the place of lines that are on their way, at their later height. */
export function Skeleton({ lines = 3, label }: { lines?: number; label: string }) {
  return (
    <div role="status" className="flex flex-col gap-3">
      <span className="sr-only">{label}</span>
      {Array.from({ length: lines }, (_, line) => (
        <div
          key={line}
          aria-hidden
          className="h-6 rounded-sm bg-sunken last:w-3/5 motion-safe:animate-pulse"
        />
      ))}
    </div>
  );
}
