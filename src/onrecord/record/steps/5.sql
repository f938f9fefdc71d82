CREATE INDEX ix_claims_title_day ON claims (day DESC, article_id DESC, id, title) WHERE title IS NOT NULL;
