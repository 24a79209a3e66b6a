-- owner: billing

-- What one adult owes, whatever the household: asked before an account is closed.
create index ledger_entry_guardian on ledger_entry (guardian_id);
create index carried_charge_guardian on carried_charge (guardian_id);
