-- Proposals in a review's discussion: whoever made one finds in their queue that it was accepted or declined, as they
-- find that somebody mentioned them.

-- Empty for a mention. A proposal that is declined, reopened and accepted is told of twice.
alter table public.review_mentions
  add column outcome text not null default '' check (outcome in ('', 'accepted', 'declined'));
alter table public.review_mentions drop constraint review_mentions_pkey;
alter table public.review_mentions add primary key (claim_id, comment_id, person_id, outcome);
