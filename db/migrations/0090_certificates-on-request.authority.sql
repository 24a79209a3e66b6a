-- owner: requests

-- The certificate that an accepted request gave: what it says is as it was on that day, whatever changes afterwards.
create table request_certificate (
  request_id  uuid primary key references request (id),
  -- {"child", "bornOn", "lines": [{"activity", "firstDay", "lastDay"}]}
  said        jsonb not null,
  by_label    text not null,
  at          timestamptz not null
);
