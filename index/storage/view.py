"""Reading: everything as it stands in one generation. A view never changes, whatever is written meanwhile."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from index.errors import UnknownItem
from index.records import (
    Article,
    Batch,
    Extraction,
    Fact,
    Flag,
    Found,
    OrderedList,
    Passage,
    Person,
    ProjectRow,
    Sentence,
)
from index.storage import codec
from index.storage.connect import Pool

Record = TypeVar("Record")
Period = int | str

_ALIVE = "l.born <= :g AND (l.died IS NULL OR l.died > :g)"
_ARTICLE = "a.id, a.text, a.body, (SELECT count(*) FROM articles v WHERE v.lineage = a.lineage)"
_LIVE = f"JOIN lifetimes l ON l.article = a.key WHERE {_ALIVE}"
_CHUNK = 400  # pairs bound to one statement


@dataclass(frozen=True, slots=True)
class Counts:
    """How much a generation holds."""

    articles: int
    passages: int
    projects: int
    batches: int
    facts: int
    people: int
    lists: int
    flags: int
    files: int


class View:
    """Read access to one generation; safe to share between threads.

    Articles are read by id whether they are live or not (an old version stays citable); everything that
    is listed is live in this generation.
    """

    def __init__(self, pool: Pool, path: Path, generation: int) -> None:
        self._pool = pool
        self._path = path
        self._at = generation

    @property
    def generation(self) -> int:
        """The generation that is read."""
        return self._at

    # ---- articles

    def articles(self) -> tuple[Article, ...]:
        """Live articles, in the order in which they were first added."""
        sql = f"SELECT {_ARTICLE} FROM articles a {_LIVE} ORDER BY a.key"
        return tuple(_article(row) for row in self._rows(sql, {}))

    def article(self, article: str) -> Article:
        """The article with this id, live or not. Raises UnknownItem."""
        return _article(self._one(f"SELECT {_ARTICLE} FROM articles a WHERE a.id = :id", article))

    def ids(self) -> tuple[str, ...]:
        """Ids of the live articles, in the order in which they were first added."""
        sql = f"SELECT a.id FROM articles a {_LIVE} ORDER BY a.key"
        return tuple(row[0] for row in self._rows(sql, {}))

    def ref(self, article: str) -> str | None:
        """The ref of an article, or None. Raises UnknownItem."""
        ref: str | None = self._one("SELECT a.ref FROM articles a WHERE a.id = :id", article)[0]
        return ref

    def dates(self) -> tuple[str | None, str | None]:
        """First and last ISO date of the live articles, or None."""
        first, last = self._rows(f"SELECT min(a.date), max(a.date) FROM articles a {_LIVE}", {})[0]
        return first, last

    def resolve(self, name: str) -> tuple[str, ...]:
        """Ids of the live articles that ``name`` means: an id, a ref, or the start of an id (6 and more)."""
        start = "length(:name) >= 6 AND substr(a.id, 1, length(:name)) = :name"
        for test in ("a.id = :name", "a.ref = :name", start):
            sql = f"SELECT a.id FROM articles a {_LIVE} AND {test} ORDER BY a.key"
            found = tuple(row[0] for row in self._rows(sql, {"name": name}))
            if found:
                return found
        return ()

    def previous(self, article: str) -> str | None:
        """Id of the version that this article replaced, or None."""
        sql = "SELECT p.id FROM articles a JOIN articles p ON p.key = a.previous WHERE a.id = :id"
        found = self._rows(sql, {"id": article})
        return found[0][0] if found else None

    def difference(self, other: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """(born, died): ids that are live here and not in generation ``other``, and the other way round."""
        sql = f"""SELECT a.id FROM articles a JOIN lifetimes l ON l.article = a.key WHERE {_ALIVE}
            AND NOT EXISTS (SELECT 1 FROM lifetimes o WHERE o.article = a.key
                AND o.born <= :o AND (o.died IS NULL OR o.died > :o)) ORDER BY a.key"""
        now = self.generation
        born = tuple(row[0] for row in self._rows(sql, {"g": now, "o": other}))
        died = tuple(row[0] for row in self._rows(sql, {"g": other, "o": now}))
        return born, died

    def files_of(self, article: str) -> tuple[str, ...]:
        """Names of the live files that hold the article."""
        sql = f"""SELECT DISTINCT f.name FROM files f JOIN file_lifetimes l ON l.file = f.key
            JOIN file_articles m ON m.file = f.key JOIN articles a ON a.key = m.article
            WHERE {_ALIVE} AND a.id = :id ORDER BY f.key"""
        return tuple(row[0] for row in self._rows(sql, {"id": article}))

    def known_file(self, path: str, content_hash: str) -> tuple[str, ...] | None:
        """Ids of the articles of this content where adding it again under ``path`` changes nothing.

        That is so where the same content is live, and ``path`` doesn't hold another content now.
        """
        sql = f"""SELECT f.key, f.path = :path FROM files f JOIN file_lifetimes l ON l.file = f.key
            WHERE f.hash = :hash AND {_ALIVE} ORDER BY 2 DESC"""
        held = self._rows(sql, {"path": path, "hash": content_hash})
        if not held or (not held[0][1] and self._holds_path(path)):
            return None
        sql = f"""SELECT a.id, EXISTS (SELECT 1 FROM articles s JOIN lifetimes l ON l.article = s.key
                WHERE s.lineage = a.lineage AND {_ALIVE})
            FROM file_articles m JOIN articles a ON a.key = m.article WHERE m.file = :file ORDER BY m.number"""
        rows = self._rows(sql, {"file": held[0][0]})
        return tuple(row[0] for row in rows) if all(row[1] for row in rows) else None

    def holds_path(self, path: str) -> bool:
        """Whether some content of the file at ``path`` is live."""
        return self._holds_path(path)

    # ---- what an article says

    def sentences(self, article: str) -> tuple[Sentence, ...]:
        """Sentences of an article, in order."""
        body, text = self._reading("sentences", article)
        return codec.decode_sentences(body, text)

    def passages(self, article: str) -> tuple[Passage, ...]:
        """Passages of an article, in order."""
        body, text = self._reading("passages", article)
        return codec.decode_passages(body, text)

    def searched(self, article: str) -> Extraction:
        """What of the article is searched: its passages, projects and people, live or not."""
        return self._extraction(article, ("projects", "people"), sentences=False)

    def extraction(self, article: str) -> Extraction:
        """Everything that the article says, live or not."""
        return self._extraction(article, ("projects", "batches", "facts", "people", "lists", "flags"))

    def _extraction(self, article: str, tables: Collection[str], *, sentences: bool = True) -> Extraction:
        with self._pool.take() as connection:
            row = connection.execute(
                """SELECT a.key, a.text, r.sentences, r.passages FROM articles a
                JOIN readings r ON r.article = a.key WHERE a.id = ?""",
                (article,),
            ).fetchone()
            if row is None:
                raise _unknown(article)
            key, text, said, passages = row
            held = {
                table: [
                    body
                    for (body,) in connection.execute(
                        f"SELECT body FROM {table} WHERE article = ? ORDER BY number", (key,)
                    )
                ]
                for table in tables
            }
        return Extraction(
            codec.decode_sentences(said, text) if sentences else (),
            codec.decode_passages(passages, text),
            tuple(codec.PROJECT.decode_all(held.get("projects", ()))),
            tuple(codec.BATCH.decode_all(held.get("batches", ()))),
            tuple(codec.FACT.decode_all(held.get("facts", ()))),
            tuple(codec.PERSON.decode_all(held.get("people", ()))),
            tuple(codec.LIST.decode_all(held.get("lists", ()))),
            tuple(codec.FLAG.decode_all(held.get("flags", ()))),
        )

    # ---- values across articles

    def projects(
        self,
        *,
        period: Period | None = None,
        stage: str | None = None,
        district: str | None = None,
        programme: str | None = None,
        articles: Collection[str] | None = None,
        name: str | None = None,
    ) -> tuple[Found[ProjectRow], ...]:
        """Live project rows; ``name`` is a name or an alias as printed."""
        where = Where(articles)
        where.equal("t", period=period, stage=stage, programme=programme)
        where.district(district)
        if name is not None:
            where.add("t.key IN (SELECT project FROM project_names WHERE name = :name)", name=name)
        return self._found("projects", codec.PROJECT, where)

    def batches(
        self,
        *,
        period: Period | None = None,
        stage: str | None = None,
        district: str | None = None,
        programme: str | None = None,
        articles: Collection[str] | None = None,
    ) -> tuple[Found[Batch], ...]:
        """Live batches."""
        where = Where(articles)
        where.equal("t", period=period, stage=stage, programme=programme)
        where.district(district)
        return self._found("batches", codec.BATCH, where)

    def facts(
        self,
        *,
        articles: Collection[str] | None = None,
        sentences: Collection[tuple[str, int]] | None = None,
        kind: str | None = None,
        subject: str | None = None,
        attribute: str | None = None,
        number: float | None = None,
        unit: str | None = None,
        period: Period | None = None,
        stage: str | None = None,
        district: str | None = None,
        private: bool | None = None,
    ) -> tuple[Found[Fact], ...]:
        """Live facts; ``sentences``: pairs of article id and sentence number."""
        where = Where(articles)
        where.equal("t", kind=kind, subject=subject, attribute=attribute, amount=number, unit=unit)
        where.equal("t", period=period, stage=stage, private=None if private is None else int(private))
        where.district(district)
        if sentences is None:
            return self._found("facts", codec.FACT, where)
        pairs = sorted(set(sentences))
        found: list[Found[Fact]] = []
        for start in range(0, len(pairs), _CHUNK):
            found += self._facts_of(pairs[start : start + _CHUNK], where)
        return tuple(found)

    def places(self) -> tuple[tuple[str, str | None, str], ...]:
        """(printed place, district, article id) of live facts about places, none of them private."""
        sql = f"""SELECT DISTINCT json_extract(t.body, '$.value'), t.district, a.id FROM facts t
            JOIN articles a ON a.key = t.article JOIN lifetimes l ON l.article = t.article
            WHERE t.kind = 'place' AND t.private = 0 AND {_ALIVE} ORDER BY a.key, t.key"""
        return tuple(self._rows(sql, {}))

    def people(
        self, name: str | None = None, office: str | None = None, articles: Collection[str] | None = None
    ) -> tuple[Found[Person], ...]:
        """Live mentions of people; ``office``: a part of the printed office."""
        where = Where(articles)
        where.equal("t", name=name)
        if office is not None:
            where.add("instr(t.office, :office) > 0", office=office)
        return self._found("people", codec.PERSON, where)

    def lists(self, articles: Collection[str] | None = None) -> tuple[Found[OrderedList], ...]:
        """Live ordered lists."""
        return self._found("lists", codec.LIST, Where(articles))

    def flags(self, articles: Collection[str] | None = None) -> tuple[Found[Flag], ...]:
        """What was found doubtful in live articles."""
        return self._found("flags", codec.FLAG, Where(articles))

    def counts(self) -> Counts:
        """How much is live."""
        live = f"JOIN lifetimes l ON l.article = t.article WHERE {_ALIVE}"
        parts = [f"(SELECT count(*) FROM lifetimes l WHERE {_ALIVE})"]
        parts.append(f"(SELECT coalesce(sum(json_array_length(t.passages)), 0) FROM readings t {live})")
        for table in ("projects", "batches", "facts", "people", "lists", "flags"):
            parts.append(f"(SELECT count(*) FROM {table} t {live})")
        parts.append(f"(SELECT count(*) FROM file_lifetimes l WHERE {_ALIVE})")
        return Counts(*self._rows(f"SELECT {', '.join(parts)}", {})[0])

    def districts(self) -> tuple[str, ...]:
        """Districts whose bulletins are live."""
        sql = f"""SELECT DISTINCT a.district FROM articles a JOIN lifetimes l ON l.article = a.key
            WHERE a.district IS NOT NULL AND {_ALIVE} ORDER BY 1"""
        return tuple(row[0] for row in self._rows(sql, {}))

    # ---- staff

    def aliases(self) -> tuple[tuple[str, str], ...]:
        """(alias, name) pairs that staff added."""
        return tuple(self._rows("SELECT alias, name FROM aliases ORDER BY alias", {}))

    # ---- inside

    def _rows(self, sql: str, values: dict[str, Any]) -> list[Any]:
        bound = {"g": self.generation, **values}
        with self._pool.take() as connection:
            return connection.execute(sql, bound).fetchall()

    def _one(self, sql: str, article: str) -> Any:
        rows = self._rows(sql, {"id": article})
        if not rows:
            raise _unknown(article)
        return rows[0]

    def _reading(self, column: str, article: str) -> tuple[str, str]:
        sql = (
            f"SELECT r.{column}, a.text FROM articles a JOIN readings r ON r.article = a.key WHERE a.id = :id"
        )
        body, text = self._one(sql, article)
        return body, text

    def _holds_path(self, path: str) -> bool:
        sql = f"SELECT 1 FROM files f JOIN file_lifetimes l ON l.file = f.key WHERE f.path = :path AND {_ALIVE} LIMIT 1"
        return any(self._rows(sql, {"path": path}))

    def _found(self, table: str, reader: codec.Codec[Record], where: Where) -> tuple[Found[Record], ...]:
        sql = f"""SELECT a.id, t.body FROM {table} t JOIN articles a ON a.key = t.article
            JOIN lifetimes l ON l.article = t.article
            WHERE {_ALIVE} {where.sql} ORDER BY t.article, t.number"""
        rows = self._rows(sql, where.values)
        values = reader.decode_all([row[1] for row in rows])
        return tuple([Found(row[0], value) for row, value in zip(rows, values, strict=True)])

    def _facts_of(self, pairs: Sequence[tuple[str, int]], where: Where) -> list[Found[Fact]]:
        marks = ",".join(f"(:a{n},:s{n})" for n in range(len(pairs)))
        values: dict[str, Any] = dict(where.values)
        for n, (article, sentence) in enumerate(pairs):
            values[f"a{n}"], values[f"s{n}"] = article, sentence
        sql = f"""WITH wanted (article, sentence) AS (VALUES {marks})
            SELECT a.id, t.body FROM wanted w CROSS JOIN articles a ON a.id = w.article
            CROSS JOIN lifetimes l ON l.article = a.key
            CROSS JOIN facts t INDEXED BY facts_sentence ON t.article = a.key AND t.sentence = w.sentence
            WHERE {_ALIVE} {where.sql}"""
        rows = self._rows(sql, values)
        facts = codec.FACT.decode_all([row[1] for row in rows])
        return [Found(row[0], fact) for row, fact in zip(rows, facts, strict=True)]


class Where:
    """Conditions of a query, with the values that are bound to them."""

    def __init__(self, articles: Collection[str] | None = None) -> None:
        self.sql = ""
        self.values: dict[str, Any] = {}
        if articles is not None:
            self.add("a.id IN (SELECT value FROM json_each(:articles))", articles=codec.dumps(list(articles)))

    def add(self, condition: str, **values: Any) -> None:
        """One more condition."""
        self.sql += f" AND {condition}"
        self.values.update(values)

    def equal(self, table: str, **values: Any) -> None:
        """Columns that have to be equal; a value of None sets no condition."""
        for column, value in values.items():
            if value is not None:
                self.add(f"{table}.{column} = :{column}", **{column: value})

    def district(self, district: str | None) -> None:
        """Of a district: by its own words, or else because its bulletin is that district's."""
        if district is not None:
            self.add("coalesce(t.district, a.district) = :district", district=district)


def _article(row: Iterable[Any]) -> Article:
    identity, text, body, versions = row
    return codec.decode_article(body, identity, text, versions)


def _unknown(article: str) -> UnknownItem:
    return UnknownItem(f"没有编号为 {article} 的文章：用 bulletin-index articles 查看已有的编号。")
