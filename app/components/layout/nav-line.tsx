import { useLocation } from "@remix-run/react";
import clsx from "clsx";
import { useEffect, useRef, type ReactNode } from "react";

export interface NavLineProps {
  label: string;
  className?: string;
  children: ReactNode;
}

/**
 * Links in one line. Where they do not fit they can be scrolled, and fade out on the side where there are more; where one
 * is comes into sight by itself, and so does what the keyboard reaches.
 */
export function NavLine({ label, className, children }: NavLineProps) {
  const line = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  useEffect(() => {
    const here = line.current?.querySelector<HTMLElement>("[aria-current=page]");
    if (!line.current || !here) return;
    const room = line.current.clientWidth - here.offsetWidth;
    line.current.scrollLeft = here.offsetLeft - line.current.offsetLeft - room / 2;
  }, [pathname]);
  return (
    <nav ref={line} aria-label={label} className={clsx("nav-line flex gap-x-1", className)}>
      {children}
    </nav>
  );
}
