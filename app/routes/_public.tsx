import { Outlet } from "@remix-run/react";

import { PublicShell } from "~/components/layout/public-shell";

export const handle = { scripts: false };

export default function Public() {
  return (
    <PublicShell>
      <Outlet />
    </PublicShell>
  );
}
