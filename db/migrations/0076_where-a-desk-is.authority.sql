-- owner: payments

-- What a family must know to pay at a desk: where it is, when it is open, to whose order cheques are written.
alter table regie_setting
  add column place         text not null default '',
  add column hours         text not null default '',
  add column cheque_order  text not null default '';
