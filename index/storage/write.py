"""Writing: one transaction makes one generation, or nothing."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from index.errors import UnknownItem
from index.records import Article, Extraction, Span
from index.storage import codec
from index.storage.encoding import Encoded, encoded
from index.storage.reprints import heading, is_reprint

_CANDIDATES = 30  # versions under one headline that are compared
_ARTICLE = "a.key, a.id, a.lineage, a.text, a.body"
_LIVE = "SELECT a.key AS key FROM articles a JOIN lifetimes l ON l.article = a.key AND l.died IS NULL WHERE"
_LAST = f"ORDER BY a.key DESC LIMIT {_CANDIDATES}"
_ALIKE = f"""SELECT key FROM ({_LIVE} a.heading = :heading {_LAST}) UNION SELECT key FROM ({_LIVE} a.ref = :ref {_LAST})
UNION {_LIVE} a.key IN (SELECT value FROM json_each(:beside))"""


Says = Extraction | Encoded
"""What an article says, as it was read or as rows already."""


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file as it was read.

    Attributes:
        path: where it stood; the same path with another content is a new version of the file.
        name: what is shown. content_hash: of its bytes.
        articles: ids with the place of each in the file's decoded text.
    """

    path: str
    name: str
    content_hash: str
    articles: tuple[tuple[str, Span], ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """What one transaction changed: ids that became live, ended, and new ids with the ids they replaced."""

    born: frozenset[str] = frozenset()
    died: frozenset[str] = frozenset()
    replaced: tuple[tuple[str, str], ...] = ()


class Writer:
    """The changes of one generation; lives inside one transaction."""

    def __init__(self, connection: sqlite3.Connection, *, at: str, actor: str, action: str) -> None:
        self._db = connection
        self._at = at
        self._actor = actor
        self._action = action
        self._targets: list[tuple[str, str]] = []
        self._changed = False
        self._born: set[int] = set()
        self._died: set[int] = set()
        self._replacements: list[tuple[int, int]] = []
        # The first statement writes: it waits for another writer and fixes what is read from here on.
        cursor = connection.execute(
            """INSERT INTO generations (number, at, action, actor)
            SELECT coalesce(max(number), 0) + 1, ?, ?, ? FROM generations""",
            (at, action, actor),
        )
        self.number = int(cursor.lastrowid or 0)

    # ---- changes

    def add(self, articles: Sequence[tuple[Article, Says]], files: Sequence[StoredFile]) -> None:
        """Makes the articles live, and the files known."""
        place = {identity: file for file in reversed(files) for identity, _ in file.articles}
        changed_paths = {file.path: self._old_version(file) for file in files}
        together = {article.id for article, _ in articles}
        survivors: dict[str, set[int]] = {}
        for article, says in articles:
            file = place.get(article.id)
            old_file = changed_paths.get(file.path) if file else None
            beside = self._articles_of(old_file) if old_file is not None else set()
            replaced = self._add_article(article, says, beside, together)
            if file and replaced is not None:
                survivors.setdefault(file.path, set()).add(replaced)
        for file in files:
            self._add_file(file, changed_paths[file.path], survivors.get(file.path, set()))

    def remove(self, ids: Collection[str]) -> None:
        """Ends the articles' lives. Raises UnknownItem for one that is not live."""
        for identity in ids:
            row = self._db.execute("SELECT key FROM articles WHERE id = ?", (identity,)).fetchone()
            if row is None or not self._die(row[0]):
                raise UnknownItem(
                    f"没有编号为 {identity} 的文章：用 bulletin-index articles 查看已有的编号。"
                )
            self._targets.append(("remove", identity))

    def roll_back(self, number: int) -> None:
        """Makes live exactly what was live in generation ``number``. Raises UnknownItem."""
        kept = self._db.execute(
            "SELECT kept FROM generations WHERE number = ? AND number < ?", (number, self.number)
        ).fetchone()
        if number != 0 and kept is None:
            raise UnknownItem(f"没有第 {number} 代：用 bulletin-index history 查看已有的代。")
        if number != 0 and not kept[0]:
            (oldest,) = self._db.execute("SELECT min(number) FROM generations WHERE kept").fetchone()
            raise UnknownItem(
                f"第 {number} 代已不再保留，不能恢复：最早可以恢复到第 {oldest} 代"
                "（BULLETIN_GENERATIONS 决定保留几代）。"
            )
        for table, column in (("lifetimes", "article"), ("file_lifetimes", "file")):
            then = f"SELECT {column} FROM {table} WHERE born <= :n AND (died IS NULL OR died > :n)"
            values = {"n": number, "g": self.number}
            ended = self._db.execute(
                f"UPDATE {table} SET died = :g WHERE died IS NULL AND {column} NOT IN ({then})", values
            )
            began = self._db.execute(
                f"""INSERT INTO {table} ({column}, born) SELECT {column}, :g FROM {table}
                WHERE {column} IN ({then}) GROUP BY {column} HAVING count(*) = count(died)""",
                values,
            )
            self._changed |= bool(ended.rowcount or began.rowcount)
        self._targets.append(("rollback", str(number)))

    def finish(self) -> bool:
        """Writes count and audit; False where nothing changed, and the transaction is to be undone."""
        if not self._changed:
            return False
        self._db.execute(
            "UPDATE generations SET articles = (SELECT count(*) FROM lifetimes WHERE died IS NULL) WHERE number = ?",
            (self.number,),
        )
        audit(self._db, self._at, self._actor, self._targets or [(self._action, "")], self.number)
        return True

    def change(self) -> Change:
        """What was changed so far."""
        name = dict(
            self._db.execute(
                "SELECT key, id FROM articles WHERE key IN (SELECT value FROM json_each(?))",
                (codec.dumps([*self._born, *self._died, *(k for pair in self._replacements for k in pair)]),),
            ).fetchall()
        )
        return Change(
            frozenset(name[key] for key in self._born),
            frozenset(name[key] for key in self._died),
            tuple((name[new], name[old]) for new, old in self._replacements),
        )

    # ---- articles

    def _add_article(
        self, article: Article, says: Says, beside: set[int], together: set[str]
    ) -> int | None:
        """Makes one article live; returns the key of the live article that it stands for or replaces."""
        row = self._db.execute("SELECT key, lineage FROM articles WHERE id = ?", (article.id,)).fetchone()
        if row is not None:
            return self._revive(row[0], row[1], beside)
        old = self._replaced(article, beside, together)
        rows = says if isinstance(says, Encoded) else encoded(article, says)
        cursor = self._db.execute(
            """INSERT INTO articles (id, lineage, previous, heading, kind, ref, title, date, district, text, body)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
            (
                article.id,
                old[1] if old else 0,
                old[0] if old else None,
                heading(article),
                article.kind,
                article.ref,
                article.title,
                article.date,
                article.district,
                article.text,
                rows.body,
            ),
        )
        key = int(cursor.lastrowid or 0)
        if old is None:
            self._db.execute("UPDATE articles SET lineage = key WHERE key = ?", (key,))
        else:
            self._die(old[0])
            self._replacements.append((key, old[0]))
        self._live(key)
        write_extraction(self._db, key, rows)
        return old[0] if old else None

    def _revive(self, key: int, lineage: int, beside: set[int]) -> int | None:
        alive = self._db.execute(
            """SELECT a.key FROM articles a JOIN lifetimes l ON l.article = a.key
            WHERE a.lineage = ? AND l.died IS NULL""",
            (lineage,),
        ).fetchone()
        if alive is None:
            self._live(key)
        elif alive[0] != key and alive[0] in beside:  # the file was changed back
            self._die(alive[0])
            self._live(key)
            self._replacements.append((key, alive[0]))
        return int(alive[0]) if alive else None

    def _replaced(self, article: Article, beside: set[int], together: set[str]) -> tuple[int, int] | None:
        """(key, lineage) of the live article that ``article`` is a new version of."""
        rows = self._db.execute(
            f"SELECT {_ARTICLE} FROM articles a WHERE a.key IN ({_ALIKE}) ORDER BY a.key DESC",
            {"heading": heading(article), "ref": article.ref, "beside": codec.dumps(list(beside))},
        )
        for key, identity, lineage, text, body in rows:
            if identity in together:
                continue
            if is_reprint(article, codec.decode_article(body, identity, text, 1), same_file=key in beside):
                return key, lineage
        return None

    def _live(self, key: int) -> None:
        self._db.execute("INSERT INTO lifetimes (article, born) VALUES (?, ?)", (key, self.number))
        self._born.add(key)
        self._changed = True

    def _die(self, key: int) -> bool:
        """Ends a life; one that began in this generation never was."""
        if key in self._born:
            self._db.execute("DELETE FROM lifetimes WHERE article = ? AND born = ?", (key, self.number))
            self._born.remove(key)
            return True
        done = self._db.execute(
            "UPDATE lifetimes SET died = ? WHERE article = ? AND died IS NULL", (self.number, key)
        ).rowcount
        if done:
            self._died.add(key)
            self._changed = True
        return bool(done)

    # ---- files

    def _old_version(self, file: StoredFile) -> int | None:
        """Key of the live content at the file's path, where that is another one."""
        row = self._db.execute(
            """SELECT f.key FROM files f JOIN file_lifetimes l ON l.file = f.key
            WHERE f.path = ? AND f.hash <> ? AND l.died IS NULL ORDER BY l.born DESC LIMIT 1""",
            (file.path, file.content_hash),
        ).fetchone()
        return int(row[0]) if row else None

    def _articles_of(self, file: int) -> set[int]:
        return {
            row[0] for row in self._db.execute("SELECT article FROM file_articles WHERE file = ?", (file,))
        }

    def _add_file(self, file: StoredFile, old: int | None, survivors: set[int]) -> None:
        self._db.execute(
            "INSERT INTO files (path, name, hash) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            (file.path, file.name, file.content_hash),
        )
        (key,) = self._db.execute(
            "SELECT key FROM files WHERE path = ? AND hash = ?", (file.path, file.content_hash)
        ).fetchone()
        self._db.executemany(
            """INSERT INTO file_articles (file, number, article, start, stop)
            SELECT ?, ?, key, ?, ? FROM articles WHERE id = ? ON CONFLICT DO NOTHING""",
            [(key, number, *span, identity) for number, (identity, span) in enumerate(file.articles)],
        )
        new = self._db.execute(
            """INSERT INTO file_lifetimes (file, born) SELECT ?, ?
            WHERE NOT EXISTS (SELECT 1 FROM file_lifetimes WHERE file = ? AND died IS NULL)""",
            (key, self.number, key),
        ).rowcount
        self._changed |= bool(new)
        changed = old is not None and bool(survivors & self._articles_of(old))
        if old is not None and changed:
            self._end_file(old, keep=self._articles_of(key))
        self._targets.append(("change" if changed else self._action, file.name))

    def _end_file(self, old: int, keep: Iterable[int]) -> None:
        """Ends the life of an old content, and of its articles that stand in no live file any more."""
        self._db.execute(
            "UPDATE file_lifetimes SET died = ? WHERE file = ? AND died IS NULL", (self.number, old)
        )
        for article in self._articles_of(old) - set(keep):
            elsewhere = self._db.execute(
                """SELECT 1 FROM file_articles m JOIN file_lifetimes l ON l.file = m.file AND l.died IS NULL
                WHERE m.article = ?""",
                (article,),
            ).fetchone()
            if elsewhere is None:
                self._die(article)


def audit(
    connection: sqlite3.Connection, at: str, actor: str, entries: Iterable[tuple[str, str]], generation: int
) -> None:
    """Notes who did what to what."""
    connection.executemany(
        "INSERT INTO audit (at, actor, action, target, generation) VALUES (?, ?, ?, ?, ?)",
        [(at, actor, action, target, generation) for action, target in entries],
    )


def write_extraction(connection: sqlite3.Connection, article: int, rows: Encoded) -> None:
    """Stores what an article says."""
    connection.execute(
        "INSERT INTO readings (article, sentences, passages) VALUES (?, ?, ?)",
        (article, rows.sentences, rows.passages),
    )
    for row, names in zip(rows.projects, rows.names, strict=True):
        cursor = connection.execute(f"INSERT INTO projects VALUES (NULL, {_marks(10)})", (article, *row))
        connection.executemany(
            "INSERT INTO project_names (name, project) VALUES (?, ?) ON CONFLICT DO NOTHING",
            [(name, cursor.lastrowid) for name in names],
        )
    for table, columns, held in (
        ("batches", 10, rows.batches), ("facts", 16, rows.facts), ("people", 7, rows.people),
        ("lists", 5, rows.lists), ("flags", 5, rows.flags),
    ):  # fmt: skip
        connection.executemany(
            f"INSERT INTO {table} VALUES (NULL, {_marks(columns)})", [(article, *row) for row in held]
        )


def _marks(columns: int) -> str:
    """Question marks for all columns but the key."""
    return ", ".join("?" * (columns - 1))
