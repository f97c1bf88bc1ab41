"""Roles, a place's district, subscriptions, and files that wait for an admin's word."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from bot.store.database import Database

Role = Literal["resident", "staff", "admin"]
RANK: dict[str, int] = {"resident": 0, "staff": 1, "admin": 2}


@dataclass(frozen=True, slots=True)
class Subscription:
    """Where to tell of new bulletins with a word in them."""

    chat: int
    topic: int
    word: str
    traditional: bool = False


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that an admin (hashed id) sent; ``state``: held, adding, live, cancelled, failed."""

    key: int
    owner: str
    path: Path
    name: str
    state: str


@dataclass(frozen=True, slots=True)
class RoleChange:
    """Who gave or took a role."""

    at: float
    by: int
    action: str
    user: int


class People:
    """What the bot knows about people beyond their questions."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._roles = dict(self.roles())
        self._districts: dict[str, str] = dict(db.rows("SELECT place, district FROM places WHERE district IS NOT NULL"))

    # ---- roles

    def role(self, user: int) -> str | None:
        """The stored role, or None; from memory."""
        return self._roles.get(user)

    def roles(self) -> list[tuple[int, str]]:
        """(user id, role) of everybody with a stored role."""
        return [(row[0], row[1]) for row in self._db.rows("SELECT user, role FROM roles ORDER BY role, user")]

    def grant(self, user: int, role: str, by: int, at: float) -> None:
        """Give a role; written down."""
        with self._db.writing() as db:
            db.execute("INSERT OR REPLACE INTO roles VALUES (?, ?, ?, ?)", (user, role, by, at))
            db.execute("INSERT INTO role_changes VALUES (?, ?, ?, ?)", (at, by, f"grant {role}", user))
        self._roles[user] = role

    def revoke(self, user: int, by: int, at: float) -> bool:
        """Take a role; False where there was none."""
        with self._db.writing() as db:
            gone = db.execute("DELETE FROM roles WHERE user = ?", (user,)).rowcount > 0
            if gone:
                db.execute("INSERT INTO role_changes VALUES (?, ?, ?, ?)", (at, by, "revoke", user))
        self._roles.pop(user, None)
        return gone

    def role_changes(self, limit: int = 20) -> list[RoleChange]:
        """Newest first."""
        rows = self._db.rows(
            "SELECT at, by, action, user FROM role_changes ORDER BY at DESC LIMIT ?", (limit,)
        )
        return [RoleChange(*row) for row in rows]

    # ---- places

    def district(self, place: str) -> str | None:
        """The district that is meant in a (hashed) chat, or None; from memory."""
        return self._districts.get(place)

    def set_district(self, place: str, district: str | None) -> None:
        """Set or clear it."""
        with self._db.writing() as db:
            db.execute("INSERT OR REPLACE INTO places VALUES (?, ?)", (place, district))
        self._districts.pop(place, None)
        if district is not None:
            self._districts[place] = district

    # ---- subscriptions

    def subscribe(self, one: Subscription, owner: str, at: float) -> bool:
        """False if it was there already."""
        with self._db.writing() as db:
            return bool(
                db.execute(
                    "INSERT OR IGNORE INTO subscriptions VALUES (?, ?, ?, ?, ?, ?)",
                    (one.chat, one.topic, one.word, owner, at, int(one.traditional)),
                ).rowcount
            )

    def unsubscribe(self, chat: int, topic: int | None = None, word: str | None = None) -> int:
        """End subscriptions of a chat: one word's, one topic's or all; how many ended."""
        sql, values = "DELETE FROM subscriptions WHERE chat = ?", [chat]
        where: list[object] = list(values)
        for column, value in (("topic", topic), ("word", word)):
            if value is not None:
                sql += f" AND {column} = ?"
                where.append(value)
        with self._db.writing() as db:
            if topic is None and word is None:
                db.execute("DELETE FROM notices WHERE chat = ?", (chat,))
            return db.execute(sql, tuple(where)).rowcount

    def subscriptions(self, chat: int | None = None, topic: int | None = None) -> list[Subscription]:
        """All, or those of one chat and topic."""
        rows = self._db.rows(
            "SELECT chat, topic, word, traditional FROM subscriptions"
            " WHERE (? IS NULL OR chat = ?) AND (? IS NULL OR topic = ?) ORDER BY chat, topic, at",
            (chat, chat, topic, topic),
        )
        return [Subscription(row[0], row[1], row[2], bool(row[3])) for row in rows]

    def first_told(self, articles: Iterable[str]) -> bool:
        """Whether nothing was ever told from this store: what there is already is no news, and is noted as told."""
        with self._db.writing() as db:
            fresh = db.execute("INSERT OR IGNORE INTO settings VALUES ('news', '1')").rowcount > 0
            if fresh:
                db.executemany("INSERT OR IGNORE INTO told VALUES (?)", [(article,) for article in articles])
            return fresh

    def told(self, articles: Iterable[str]) -> list[str]:
        """Those of ``articles`` that subscribers were not told of yet."""
        known = {row[0] for row in self._db.rows("SELECT article FROM told")}
        return [article for article in articles if article not in known]

    def tell(self, articles: Iterable[str], notices: Iterable[tuple[int, int, str, str]]) -> None:
        """Put (chat, topic, HTML, article to read or "") into the outbox and count the articles as told."""
        with self._db.writing() as db:
            db.executemany("INSERT OR IGNORE INTO told VALUES (?)", [(article,) for article in articles])
            db.executemany(
                "INSERT INTO notices (chat, topic, html, article) VALUES (?, ?, ?, ?)", list(notices)
            )

    def notices(self) -> list[tuple[int, int, int, str, str]]:
        """(key, chat, topic, HTML, article) of what is to be sent; what was being sent when the bot died is
        not sent again."""
        return self._db.rows(
            "SELECT key, chat, topic, html, article FROM notices WHERE sending = 0 ORDER BY key"
        )

    def notice_sending(self, key: int) -> None:
        """Its send begins."""
        with self._db.writing() as db:
            db.execute("UPDATE notices SET sending = 1 WHERE key = ?", (key,))

    def notice_done(self, key: int) -> None:
        """It is sent, or can't be."""
        with self._db.writing() as db:
            db.execute("DELETE FROM notices WHERE key = ?", (key,))

    def forget(self, owner: str, private: int | None, place: str | None = None) -> None:
        """Delete a person's subscriptions.

        Args:
            private: the chat that is theirs alone, or None. place: its hashed name; its district goes, too.
        """
        with self._db.writing() as db:
            db.execute("DELETE FROM subscriptions WHERE owner = ?", (owner,))
            if private is not None:
                db.execute("DELETE FROM subscriptions WHERE chat = ?", (private,))
                db.execute("DELETE FROM notices WHERE chat = ?", (private,))
            if place is not None:
                db.execute("DELETE FROM places WHERE place = ?", (place,))
        self._districts.pop(place or "", None)

    def moved(self, old: int, new: int, old_place: str, new_place: str) -> None:
        """A group became a supergroup: what was set for it goes on."""
        with self._db.writing() as db:
            db.execute("UPDATE OR REPLACE subscriptions SET chat = ? WHERE chat = ?", (new, old))
            db.execute("UPDATE notices SET chat = ? WHERE chat = ?", (new, old))
            db.execute("UPDATE OR REPLACE places SET place = ? WHERE place = ?", (new_place, old_place))
        if (district := self._districts.pop(old_place, None)) is not None:
            self._districts[new_place] = district

    # ---- uploads

    def hold(self, owner: str, path: Path, name: str, at: float) -> int:
        """A file waits for a decision; its key."""
        with self._db.writing() as db:
            made = db.execute(
                "INSERT INTO uploads (owner, path, name, at) VALUES (?, ?, ?, ?)", (owner, str(path), name, at)
            )
            return int(made.lastrowid or 0)

    def upload(self, key: int) -> Upload | None:
        """A file by its key."""
        rows = self._db.rows("SELECT key, owner, path, name, state FROM uploads WHERE key = ?", (key,))
        return Upload(rows[0][0], rows[0][1], Path(rows[0][2]), rows[0][3], rows[0][4]) if rows else None

    def decide(self, key: int, before: str, after: str) -> bool:
        """Change a file's state; False if it was not ``before``: somebody was quicker."""
        with self._db.writing() as db:
            return bool(
                db.execute(
                    "UPDATE uploads SET state = ? WHERE key = ? AND state = ?", (after, key, before)
                ).rowcount
            )

    def adding(self) -> bool:
        """Whether a file is being added."""
        return bool(self._db.rows("SELECT 1 FROM uploads WHERE state = 'adding' LIMIT 1"))

    def unfinished_uploads(self) -> None:
        """What was being added when the program ended waits for a decision again."""
        with self._db.writing() as db:
            db.execute("UPDATE uploads SET state = 'held' WHERE state = 'adding'")

    def stale_uploads(self, before: float) -> list[Upload]:
        """Files that nobody decided on, and those that were dealt with: their copies can go."""
        rows = self._db.rows(
            "SELECT key, owner, path, name, state FROM uploads WHERE at < ? OR state NOT IN ('held', 'adding')",
            (before,),
        )
        return [Upload(row[0], row[1], Path(row[2]), row[3], row[4]) for row in rows]

    def drop_uploads(self, keys: Iterable[int]) -> None:
        """Forget files."""
        with self._db.writing() as db:
            db.executemany("DELETE FROM uploads WHERE key = ?", [(key,) for key in keys])
