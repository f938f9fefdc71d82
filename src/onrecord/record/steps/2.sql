CREATE TABLE users (
    name TEXT NOT NULL,
    hash TEXT NOT NULL,
    role TEXT NOT NULL,
    added TEXT NOT NULL,
    PRIMARY KEY (name)
);
CREATE TABLE claim_decisions (
    id INTEGER NOT NULL,
    article_id INTEGER NOT NULL,
    claim_id INTEGER,
    verdict TEXT NOT NULL,
    key TEXT NOT NULL,
    told TEXT NOT NULL,
    corrected TEXT,
    reason TEXT NOT NULL,
    decided_by TEXT,
    time TEXT NOT NULL,
    undone TEXT,
    PRIMARY KEY (id),
    FOREIGN KEY(article_id) REFERENCES articles (id),
    FOREIGN KEY(claim_id) REFERENCES claims (id)
);
CREATE INDEX ix_claim_decisions_article_id ON claim_decisions (article_id);
CREATE INDEX ix_claim_decisions_claim_id ON claim_decisions (claim_id);
