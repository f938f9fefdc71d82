CREATE INDEX ix_articles_superseded ON articles (id) WHERE {superseded};
CREATE INDEX ix_articles_standing ON articles (id, is_current, original_id, publisher);
