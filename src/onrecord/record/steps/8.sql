CREATE TABLE titles (
    title TEXT NOT NULL,
    PRIMARY KEY (title)
) {compact};
INSERT INTO titles (title) SELECT DISTINCT title FROM claims WHERE title IS NOT NULL;
