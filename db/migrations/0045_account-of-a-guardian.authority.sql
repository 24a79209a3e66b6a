-- owner: access

-- Published: which guardian an account is: a letter says « Vous avez… » to who sent the form.
create view access_guardian_account as
  select account_id, guardian_id from account_guardian;
