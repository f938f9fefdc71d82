DROP TABLE bands;
CREATE TABLE copy_keys (
    key BIGINT NOT NULL,
    article_id INTEGER NOT NULL,
    PRIMARY KEY (key, article_id),
    FOREIGN KEY(article_id) REFERENCES articles (id)
) {compact};
