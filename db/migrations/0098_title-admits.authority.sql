-- owner: billing

-- What a title (CESU) could pay of each document when it was taken: {document: ["participant activity", …]}. The tax
-- certificate spreads the title over these and no others. Null: no title, or one taken before this was kept.
alter table ledger_entry add column admits jsonb;
