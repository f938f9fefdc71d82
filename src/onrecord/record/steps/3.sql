ALTER TABLE claims ADD COLUMN day TEXT DEFAULT '' NOT NULL;
ALTER TABLE claims ADD COLUMN telling BIGINT;
CREATE INDEX ix_claims_kind_day ON claims (kind, day DESC, article_id DESC);
CREATE INDEX ix_claims_meeting_day ON claims (day DESC, article_id DESC) WHERE event = 'CONSULT';
CREATE INDEX ix_claims_country_day ON claims (country, day DESC, article_id DESC) WHERE country IS NOT NULL;
CREATE INDEX ix_claims_earliest_latest ON claims (earliest, latest) WHERE earliest IS NOT NULL;
CREATE INDEX ix_claims_telling ON claims (telling);
CREATE INDEX ix_identities_country ON identities (country);
DROP INDEX ix_entities_identity_id;
CREATE INDEX ix_entities_identity_id ON entities (identity_id, article_id);
CREATE TABLE sides (
    claim_id INTEGER NOT NULL,
    topic TEXT NOT NULL,
    joined_id INTEGER NOT NULL,
    identity_id INTEGER NOT NULL,
    day TEXT NOT NULL,
    article_id INTEGER NOT NULL,
    PRIMARY KEY (claim_id, topic, joined_id),
    FOREIGN KEY(claim_id) REFERENCES claims (id),
    FOREIGN KEY(joined_id) REFERENCES identities (id),
    FOREIGN KEY(identity_id) REFERENCES identities (id),
    FOREIGN KEY(article_id) REFERENCES articles (id)
) {compact};
CREATE INDEX ix_sides_identity_id ON sides (identity_id, topic, day DESC, article_id DESC, claim_id);
CREATE TABLE name_words (
    word TEXT NOT NULL,
    joined_id INTEGER NOT NULL,
    PRIMARY KEY (word, joined_id),
    FOREIGN KEY(joined_id) REFERENCES identities (id)
) {compact};
