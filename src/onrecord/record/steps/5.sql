CREATE INDEX ix_claims_title_day ON claims (day DESC, article_id DESC, title) WHERE title IS NOT NULL;
