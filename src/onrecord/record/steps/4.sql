CREATE INDEX ix_claims_confidence ON claims (confidence);
CREATE INDEX ix_claims_day ON claims (day DESC, article_id DESC);
CREATE INDEX ix_articles_publisher ON articles (publisher, day, original_id, is_current);
