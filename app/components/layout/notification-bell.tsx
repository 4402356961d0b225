import { Link } from "@remix-run/react";
import { Bell } from "lucide-react";

/** The way to what one was told, with how much of it is unread. As wide with a number as without. */
export function NotificationBell({ unread }: { unread: number }) {
  const count = unread > 99 ? "99+" : String(unread);
  const words = unread === 0 ? "none unread" : `${count} unread`;
  return (
    <span className="flex">
      <Link
        to="/desk/notifications"
        className="relative flex size-9 items-center justify-center rounded-md text-muted hover:bg-sunken hover:text-ink"
      >
        <Bell aria-hidden className="size-5" />
        <span className="sr-only">Notifications, {words}</span>
        {unread === 0 ? null : (
          <span
            aria-hidden
            className="absolute -right-0.5 -top-0.5 min-w-4.5 rounded-full bg-accent px-1 text-center text-xs font-semibold leading-4.5 text-on-accent"
          >
            {count}
          </span>
        )}
      </Link>
      <span role="status" className="sr-only">
        {unread === 0 ? "" : `${count} unread notifications`}
      </span>
    </span>
  );
}
