DROP INDEX ix_claims_confidence;
CREATE INDEX ix_claims_unsure ON claims (confidence) WHERE confidence < 0.8;
DROP INDEX ix_claims_telling;
