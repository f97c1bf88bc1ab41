"""Old generations: which are kept, and the end of what only they held.

A generation that is no longer kept stays in the history, marked. What lived in no kept generation is deleted
a little at a time, with each change, so that no change becomes slow: articles with all that they say, and
files. An article stays as long as a live file holds it (adding that file again must change nothing) or an
answer set by staff cites it.
"""

from __future__ import annotations

import sqlite3

from index.storage import codec

SWEPT = 200  # articles and files that are looked at in one transaction
_READ = 4  # newest generations that a question in hand may still read, however few are kept
_SAID = ("readings", "batches", "facts", "people", "lists", "flags")
_IN = "(SELECT value FROM json_each(?))"


def prune(connection: sqlite3.Connection, newest: int, keep: int) -> None:
    """Keeps the ``keep`` newest generations up to ``newest``; part of a transaction that is open."""
    connection.execute("UPDATE generations SET kept = 0 WHERE kept = 1 AND number <= ?", (newest - keep,))
    oldest = newest - max(keep, _READ) + 1
    files = _ended(connection, "file_lifetimes", "file", oldest)
    orphans = _column(connection, f"SELECT DISTINCT article FROM file_articles WHERE file IN {_IN}", files)
    _delete(connection, "file_articles", "file", files)
    _delete(connection, "file_lifetimes", "file", files)
    _delete(connection, "files", "key", files)
    ended = _ended(connection, "lifetimes", "article", oldest)
    gone = _column(
        connection,
        f"""SELECT a.key FROM articles a WHERE a.key IN {_IN}
        AND NOT EXISTS (SELECT 1 FROM lifetimes l WHERE l.article = a.key)
        AND NOT EXISTS (SELECT 1 FROM file_articles m WHERE m.article = a.key)
        AND NOT EXISTS (SELECT 1 FROM pins p WHERE p.article = a.id)""",
        [*ended, *orphans],
    )
    projects = _column(connection, f"SELECT key FROM projects WHERE article IN {_IN}", gone)
    _delete(connection, "project_names", "project", projects)
    _delete(connection, "projects", "key", projects)
    for table in _SAID:
        _delete(connection, table, "article", gone)
    _delete(connection, "articles", "key", gone)


def _ended(connection: sqlite3.Connection, table: str, column: str, oldest: int) -> list[int]:
    """Takes away lives that ended before ``oldest``; keys of what has no other life."""
    found = connection.execute(
        f"SELECT DISTINCT {column} FROM {table} WHERE died <= ? LIMIT {SWEPT}", (oldest,)
    )
    keys = [row[0] for row in found]
    connection.execute(
        f"DELETE FROM {table} WHERE {column} IN {_IN} AND died <= ?", (codec.dumps(keys), oldest)
    )
    alive = _column(connection, f"SELECT DISTINCT {column} FROM {table} WHERE {column} IN {_IN}", keys)
    return sorted(set(keys) - set(alive))


def _column(connection: sqlite3.Connection, sql: str, keys: list[int]) -> list[int]:
    return [row[0] for row in connection.execute(sql, (codec.dumps(keys),))] if keys else []


def _delete(connection: sqlite3.Connection, table: str, column: str, keys: list[int]) -> None:
    if keys:
        connection.execute(f"DELETE FROM {table} WHERE {column} IN {_IN}", (codec.dumps(keys),))
