const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/** A length of time as people say it, in its two largest units: "3 days 4 h", "5 h 20 min", "40 min". */
export function durationWords(seconds: number): string {
  if (!Number.isFinite(seconds) || seconds < minute) return "under a minute";
  if (seconds >= day) {
    const days = Math.floor(seconds / day);
    const hours = Math.floor((seconds % day) / hour);
    const whole = `${days} ${days === 1 ? "day" : "days"}`;
    return hours === 0 || days >= 14 ? whole : `${whole} ${hours} h`;
  }
  const hours = Math.floor(seconds / hour);
  const minutes = Math.floor((seconds % hour) / minute);
  if (hours === 0) return `${minutes} min`;
  return minutes === 0 ? `${hours} h` : `${hours} h ${minutes} min`;
}
