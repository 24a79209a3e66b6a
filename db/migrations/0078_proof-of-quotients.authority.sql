-- owner: pricing

-- The version of a document that proves what was told. No reference: a file in which the antivirus finds something late
-- goes, and what it proved was told all the same.
alter table qf_entry add column proof_id uuid;

create or replace view qf_standing as
  select e.id, e.number, e.household_id, e.value_hundredths, e.resources_cents, e.resources_case, e.dependent_children,
         e.aeeh_children, e.scheme, e.source, e.situation_on, e.received_on, e.first_day, e.last_day, e.because,
         e.to_check, e.reason, e.by_label, e.at,
         coalesce(v.verdict, case when e.to_check then 'toCheck' else 'accepted' end) as standing,
         coalesce(v.reason, '') as verdict_reason,
         v.by_label as verdict_by, v.at as verdict_at, coalesce(v.step, 0) as steps,
         e.proof_id
  from qf_entry e
  left join lateral (
    select verdict, reason, by_label, at, step from qf_verdict_entry where qf_id = e.id order by step desc limit 1
  ) v on true;
