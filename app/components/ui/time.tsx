import { civilDateWords, instantWords } from "~/domain/calendar/date-words";

/** A moment, absolute and with its zone: the same letters on the server and in every browser. */
export function Time({ iso, className }: { iso: string; className?: string }) {
  return (
    <time dateTime={iso} className={className}>
      {instantWords(iso)}
    </time>
  );
}

/** A civil date (YYYY-MM-DD), which has no zone. */
export function CivilDate({ date, className }: { date: string; className?: string }) {
  return (
    <time dateTime={date} className={className}>
      {civilDateWords(date)}
    </time>
  );
}
