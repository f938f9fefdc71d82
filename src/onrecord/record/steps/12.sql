CREATE INDEX ix_claims_telling ON claims (telling, article_id);
