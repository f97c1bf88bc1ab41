"""The schema, as steps that are applied once. Imported only when a step is missing."""

from __future__ import annotations

from sqlite_utils import Database, Migrations

from index.storage.connect import APPLICATION, MIGRATION_SET

migrations = Migrations(MIGRATION_SET)

_GENERATIONS = """
CREATE TABLE generations (
    number INTEGER PRIMARY KEY, at TEXT NOT NULL, action TEXT NOT NULL, actor TEXT NOT NULL,
    articles INTEGER NOT NULL DEFAULT 0);
CREATE TABLE audit (
    key INTEGER PRIMARY KEY, at TEXT NOT NULL, actor TEXT NOT NULL, action TEXT NOT NULL,
    target TEXT NOT NULL, generation INTEGER NOT NULL);
"""

# An article never changes. lineage: key of the first version; previous: key of the version it replaced.
# heading: what a reprint has in common with it.
_ARTICLES = """
CREATE TABLE articles (
    key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, lineage INTEGER NOT NULL, previous INTEGER,
    heading TEXT, kind TEXT NOT NULL, ref TEXT, title TEXT NOT NULL, date TEXT, district TEXT,
    text TEXT NOT NULL, body TEXT NOT NULL);
CREATE INDEX articles_heading ON articles (heading) WHERE heading IS NOT NULL;
CREATE INDEX articles_ref ON articles (ref) WHERE ref IS NOT NULL;
CREATE INDEX articles_lineage ON articles (lineage);
CREATE TABLE lifetimes (
    article INTEGER NOT NULL REFERENCES articles, born INTEGER NOT NULL, died INTEGER,
    PRIMARY KEY (article, born)) WITHOUT ROWID;
CREATE UNIQUE INDEX lifetimes_live ON lifetimes (article) WHERE died IS NULL;
CREATE INDEX lifetimes_born ON lifetimes (born);
CREATE INDEX lifetimes_died ON lifetimes (died) WHERE died IS NOT NULL;
"""

_FILES = """
CREATE TABLE files (
    key INTEGER PRIMARY KEY, path TEXT NOT NULL, name TEXT NOT NULL, hash TEXT NOT NULL,
    UNIQUE (path, hash));
CREATE INDEX files_hash ON files (hash);
CREATE TABLE file_articles (
    file INTEGER NOT NULL REFERENCES files, number INTEGER NOT NULL,
    article INTEGER NOT NULL REFERENCES articles, start INTEGER NOT NULL, stop INTEGER NOT NULL,
    PRIMARY KEY (file, number)) WITHOUT ROWID;
CREATE INDEX file_articles_article ON file_articles (article);
CREATE TABLE file_lifetimes (
    file INTEGER NOT NULL REFERENCES files, born INTEGER NOT NULL, died INTEGER,
    PRIMARY KEY (file, born)) WITHOUT ROWID;
CREATE UNIQUE INDEX file_lifetimes_live ON file_lifetimes (file) WHERE died IS NULL;
"""

# body: the whole record as JSON; the columns are what is queried. period has no type: 7 or '1-5'.
_KNOWLEDGE = """
CREATE TABLE readings (
    article INTEGER PRIMARY KEY REFERENCES articles, sentences TEXT NOT NULL, passages TEXT NOT NULL);
CREATE TABLE projects (
    key INTEGER PRIMARY KEY, article INTEGER NOT NULL REFERENCES articles, number INTEGER NOT NULL,
    name TEXT NOT NULL, programme TEXT, period, stage TEXT, district TEXT, event_date TEXT, body TEXT NOT NULL);
CREATE UNIQUE INDEX projects_article ON projects (article, number);
CREATE INDEX projects_period ON projects (period, stage);
CREATE TABLE project_names (
    name TEXT NOT NULL, project INTEGER NOT NULL REFERENCES projects, PRIMARY KEY (name, project)) WITHOUT ROWID;
CREATE TABLE batches (
    key INTEGER PRIMARY KEY, article INTEGER NOT NULL REFERENCES articles, number INTEGER NOT NULL,
    programme TEXT, period, stage TEXT, district TEXT, category TEXT, event_date TEXT, body TEXT NOT NULL);
CREATE UNIQUE INDEX batches_article ON batches (article, number);
CREATE INDEX batches_period ON batches (period, stage);
CREATE TABLE facts (
    key INTEGER PRIMARY KEY, article INTEGER NOT NULL REFERENCES articles, number INTEGER NOT NULL,
    sentence INTEGER NOT NULL, kind TEXT NOT NULL, subject TEXT NOT NULL, attribute TEXT NOT NULL, amount REAL,
    unit TEXT, period, stage TEXT, district TEXT, year INTEGER, date TEXT, private INTEGER NOT NULL,
    body TEXT NOT NULL);
CREATE INDEX facts_sentence ON facts (article, sentence, number);
CREATE INDEX facts_attribute ON facts (attribute);
CREATE INDEX facts_subject ON facts (subject);
CREATE INDEX facts_amount ON facts (amount) WHERE amount IS NOT NULL;
CREATE TABLE people (
    key INTEGER PRIMARY KEY, article INTEGER NOT NULL REFERENCES articles, number INTEGER NOT NULL,
    name TEXT NOT NULL, office TEXT, private INTEGER NOT NULL, body TEXT NOT NULL);
CREATE UNIQUE INDEX people_article ON people (article, number);
CREATE INDEX people_name ON people (name);
CREATE TABLE lists (
    key INTEGER PRIMARY KEY, article INTEGER NOT NULL REFERENCES articles, number INTEGER NOT NULL,
    name TEXT NOT NULL, body TEXT NOT NULL);
CREATE UNIQUE INDEX lists_article ON lists (article, number);
CREATE TABLE flags (
    key INTEGER PRIMARY KEY, article INTEGER NOT NULL REFERENCES articles, number INTEGER NOT NULL,
    kind TEXT NOT NULL, body TEXT NOT NULL);
CREATE UNIQUE INDEX flags_article ON flags (article, number);
"""

_STAFF = """
CREATE TABLE pins (
    question TEXT PRIMARY KEY, answer TEXT NOT NULL, article TEXT, actor TEXT NOT NULL, at TEXT NOT NULL);
CREATE TABLE aliases (
    alias TEXT PRIMARY KEY, name TEXT NOT NULL, actor TEXT NOT NULL, at TEXT NOT NULL);
"""


@migrations()
def create_tables(db: Database) -> None:
    """The first schema."""
    for script in (_GENERATIONS, _ARTICLES, _FILES, _KNOWLEDGE, _STAFF):
        for statement in filter(str.strip, script.split(";")):
            db.execute(statement)
    db.execute(f"PRAGMA application_id = {APPLICATION}")


@migrations()
def keep_some_generations(db: Database) -> None:
    """Generations that are no longer kept, and what finds what only they held."""
    db.execute("ALTER TABLE generations ADD COLUMN kept INTEGER NOT NULL DEFAULT 1")
    db.execute("CREATE INDEX project_names_project ON project_names (project)")
    db.execute("CREATE INDEX file_lifetimes_died ON file_lifetimes (died) WHERE died IS NOT NULL")


@migrations()
def find_places(db: Database) -> None:
    """Facts about public places are found without reading the others."""
    db.execute("CREATE INDEX facts_place ON facts (article) WHERE kind = 'place' AND private = 0")
