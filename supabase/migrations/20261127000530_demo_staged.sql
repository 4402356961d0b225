-- When the demonstration stood complete on this database. A later start has nothing left to do for it, and leaves what
-- people have made of it as it is. Empty on a project without a demonstration.
create table app_private.demo_staged (at timestamptz not null default now());
create unique index demo_staged_once on app_private.demo_staged ((true));
