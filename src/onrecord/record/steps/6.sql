CREATE INDEX ix_identities_stands_elsewhere ON identities (canonical_id) WHERE canonical_id <> id;
