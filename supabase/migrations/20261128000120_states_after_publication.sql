-- Published is not the end. In a file of its own, because a value can be used only after it is committed.
alter type public.claim_state add value 'being_corrected';
alter type public.claim_state add value 'retracted';
