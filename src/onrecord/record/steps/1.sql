CREATE TABLE articles (
    id INTEGER NOT NULL,
    key TEXT NOT NULL,
    document TEXT NOT NULL,
    url TEXT,
    title TEXT,
    publisher TEXT,
    author TEXT,
    published TEXT,
    day TEXT,
    instant TEXT,
    language TEXT NOT NULL,
    text TEXT NOT NULL,
    text_hash TEXT NOT NULL,
    source TEXT,
    fetched TEXT,
    modified TEXT,
    added TEXT NOT NULL,
    reader TEXT,
    version INTEGER NOT NULL,
    is_current BOOLEAN NOT NULL,
    original_id INTEGER NOT NULL,
    PRIMARY KEY (id),
    UNIQUE (key),
    FOREIGN KEY(original_id) REFERENCES articles (id)
);
CREATE INDEX ix_articles_day ON articles (day);
CREATE INDEX ix_articles_original_id ON articles (original_id);
CREATE INDEX ix_articles_url ON articles (url);
CREATE TABLE feeds (
    address TEXT NOT NULL,
    etag TEXT,
    modified TEXT,
    polled TEXT,
    seen TEXT NOT NULL,
    PRIMARY KEY (address)
);
CREATE TABLE identities (
    id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    country TEXT,
    canonical_id INTEGER NOT NULL,
    linked_id INTEGER,
    profile TEXT,
    PRIMARY KEY (id),
    FOREIGN KEY(canonical_id) REFERENCES identities (id),
    FOREIGN KEY(linked_id) REFERENCES identities (id)
);
CREATE INDEX ix_identities_canonical_id ON identities (canonical_id);
CREATE INDEX ix_identities_linked_id ON identities (linked_id);
CREATE TABLE schema_versions (
    version INTEGER NOT NULL,
    applied TEXT NOT NULL,
    PRIMARY KEY (version)
);
CREATE TABLE bands (
    band BIGINT NOT NULL,
    article_id INTEGER NOT NULL,
    PRIMARY KEY (band, article_id),
    FOREIGN KEY(article_id) REFERENCES articles (id)
) {compact};
CREATE TABLE claims (
    id INTEGER NOT NULL,
    article_id INTEGER NOT NULL,
    local TEXT NOT NULL,
    kind TEXT NOT NULL,
    status TEXT NOT NULL,
    confidence FLOAT NOT NULL,
    time_text TEXT,
    time_start INTEGER,
    time_end INTEGER,
    time_value TEXT,
    time_anchor TEXT,
    earliest TEXT,
    latest TEXT,
    event TEXT,
    mode TEXT,
    form TEXT,
    title TEXT,
    country TEXT,
    tenure TEXT,
    change TEXT,
    relation TEXT,
    PRIMARY KEY (id),
    FOREIGN KEY(article_id) REFERENCES articles (id)
);
CREATE INDEX ix_claims_article_id ON claims (article_id);
CREATE TABLE corrections (
    article_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    words TEXT NOT NULL,
    PRIMARY KEY (article_id, position),
    FOREIGN KEY(article_id) REFERENCES articles (id)
) {compact};
CREATE TABLE entities (
    id INTEGER NOT NULL,
    article_id INTEGER NOT NULL,
    identity_id INTEGER NOT NULL,
    joined_id INTEGER NOT NULL,
    score FLOAT,
    local TEXT NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    country TEXT,
    PRIMARY KEY (id),
    FOREIGN KEY(article_id) REFERENCES articles (id),
    FOREIGN KEY(identity_id) REFERENCES identities (id),
    FOREIGN KEY(joined_id) REFERENCES identities (id)
);
CREATE INDEX ix_entities_article_id ON entities (article_id);
CREATE INDEX ix_entities_identity_id ON entities (identity_id);
CREATE TABLE identity_keys (
    key TEXT NOT NULL,
    joined_id INTEGER NOT NULL,
    PRIMARY KEY (key, joined_id),
    FOREIGN KEY(joined_id) REFERENCES identities (id)
) {compact};
CREATE TABLE identity_names (
    joined_id INTEGER NOT NULL,
    name TEXT NOT NULL,
    identity_id INTEGER NOT NULL,
    folded TEXT NOT NULL,
    PRIMARY KEY (joined_id, name),
    FOREIGN KEY(joined_id) REFERENCES identities (id),
    FOREIGN KEY(identity_id) REFERENCES identities (id)
) {compact};
CREATE INDEX ix_identity_names_folded ON identity_names (folded);
CREATE INDEX ix_identity_names_identity_id ON identity_names (identity_id);
CREATE TABLE judgements (
    id INTEGER NOT NULL,
    verdict TEXT NOT NULL,
    one_id INTEGER NOT NULL,
    other_id INTEGER NOT NULL,
    time TEXT NOT NULL,
    reason TEXT NOT NULL,
    undone TEXT,
    PRIMARY KEY (id),
    FOREIGN KEY(one_id) REFERENCES identities (id),
    FOREIGN KEY(other_id) REFERENCES identities (id)
);
CREATE TABLE sketches (
    article_id INTEGER NOT NULL,
    version INTEGER NOT NULL,
    size INTEGER NOT NULL,
    minima {bytes} NOT NULL,
    PRIMARY KEY (article_id),
    FOREIGN KEY(article_id) REFERENCES articles (id)
);
CREATE TABLE aliases (
    entity_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (entity_id, position),
    FOREIGN KEY(entity_id) REFERENCES entities (id)
) {compact};
CREATE TABLE attributions (
    claim_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    entity_id INTEGER NOT NULL,
    PRIMARY KEY (claim_id, position),
    FOREIGN KEY(claim_id) REFERENCES claims (id),
    FOREIGN KEY(entity_id) REFERENCES entities (id)
) {compact};
CREATE INDEX ix_attributions_entity_id ON attributions (entity_id);
CREATE TABLE claim_changes (
    article_id INTEGER NOT NULL,
    claim_id INTEGER NOT NULL,
    change TEXT NOT NULL,
    PRIMARY KEY (article_id, claim_id),
    FOREIGN KEY(article_id) REFERENCES articles (id),
    FOREIGN KEY(claim_id) REFERENCES claims (id)
) {compact};
CREATE TABLE mentions (
    entity_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    form TEXT NOT NULL,
    PRIMARY KEY (entity_id, position),
    FOREIGN KEY(entity_id) REFERENCES entities (id)
) {compact};
CREATE TABLE parts (
    claim_id INTEGER NOT NULL,
    role TEXT NOT NULL,
    position INTEGER NOT NULL,
    entity_id INTEGER NOT NULL,
    PRIMARY KEY (claim_id, role, position),
    FOREIGN KEY(claim_id) REFERENCES claims (id),
    FOREIGN KEY(entity_id) REFERENCES entities (id)
) {compact};
CREATE INDEX ix_parts_entity_id ON parts (entity_id);
CREATE TABLE spans (
    claim_id INTEGER NOT NULL,
    role TEXT NOT NULL,
    position INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    words TEXT NOT NULL,
    PRIMARY KEY (claim_id, role, position),
    FOREIGN KEY(claim_id) REFERENCES claims (id)
) {compact};
