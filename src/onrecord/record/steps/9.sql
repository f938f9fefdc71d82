DROP INDEX ix_articles_superseded;
CREATE INDEX ix_articles_superseded ON articles (is_current, id) WHERE {superseded};
DROP INDEX ix_claims_telling;
CREATE INDEX ix_claims_telling ON claims (telling, article_id);
