-- owner: requests

-- Whether what was answered is forgotten once the school year in which it was decided is over: health data.
alter table request_kind add column forgotten boolean not null default false;

-- What was sent never changes; it may only be forgotten, whole: the request, its dates and its acts stay.
create function refuse_all_but_forgetting() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.answers = '{}' and new.known = '{}'
     and to_jsonb(new) - array['answers', 'known'] = to_jsonb(old) - array['answers', 'known'] then
    return new;
  end if;
  raise exception '% is append-only: % refused', tg_table_name, tg_op using errcode = 'insufficient_privilege';
end
$$;

-- Under another name than « append_only », whose tables the program's role may not update at all.
drop trigger append_only on request_submission;
create trigger forgotten_only before update or delete on request_submission
  for each row execute function refuse_all_but_forgetting();
