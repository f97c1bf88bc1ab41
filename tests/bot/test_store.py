"""What the bot's own file promises about writes that many conversations share."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from bot.store import FRESH, ChatStore, Entry, Received


@pytest.fixture
def store(tmp_path: Path) -> Iterator[ChatStore]:
    held = ChatStore(tmp_path / "chats.db")
    yield held
    held.close()


def entry(update: int, question: str = "区长是谁") -> Entry:
    return Entry("chat", question, "answered", None, "答", 1e9, "{}", update, update, question)


def received(update: int) -> list[Received]:
    return [Received(update, "place", "{}", 1e9)]


def test_shared_writes_are_all_carried_out(store: ChatStore) -> None:
    calls = [partial(store.journal.asked, entry(number)) for number in range(3)]
    assert store.together(calls) == [None, None, None]
    assert store.journal.questions()[0].times == 3


def test_one_that_fails_takes_no_other_with_it_and_leaves_nothing(store: ChatStore) -> None:
    def fails() -> None:
        with store.writing() as db:
            db.execute("INSERT INTO settings VALUES ('half', 'done')")
            raise RuntimeError("of its own")

    first, middle, last = store.together(
        [partial(store.inbox.received, received(1)), fails, partial(store.inbox.received, received(2))]
    )
    assert (first, last) == (None, None)
    assert isinstance(middle, RuntimeError)
    assert [one.update_id for one in store.inbox.waiting()] == [1, 2]
    with store.writing() as db:
        assert db.execute("SELECT count(*) FROM settings WHERE name = 'half'").fetchone() == (0,)


def test_a_transaction_takes_in_the_writes_inside_it(store: ChatStore) -> None:
    with pytest.raises(RuntimeError), store.writing():
        store.chats.writes("chat", True)
        raise RuntimeError
    assert store.chats.script("chat") is None


def test_the_same_update_again_replaces_what_was_logged(store: ChatStore) -> None:
    store.journal.asked(entry(1, "区长是谁"))
    store.journal.asked(entry(1, "县长是谁"))
    assert [one.question for one in store.journal.questions()] == ["县长是谁"]
    assert store.journal.turns("chat", 1e9) == ("县长是谁",)


def test_turns_of_the_last_hour_are_known_after_a_new_start_and_those_before_it_not(tmp_path: Path) -> None:
    store = ChatStore(tmp_path / "chats.db")
    assert store.journal.turns("chat", 1e9) == ()
    store.journal.asked(entry(1))
    store.close()
    again = ChatStore(tmp_path / "chats.db")
    assert again.journal.turns("chat", 1e9 + FRESH / 2) == ("区长是谁",)
    assert again.journal.turns("chat", 1e9 + FRESH) == again.journal.turns("other", 1e9) == ()
    again.close()


def test_forgotten_and_expired_turns_are_none(store: ChatStore) -> None:
    store.journal.asked(entry(1))
    store.journal.expire(1e9 - 1)
    assert store.journal.turns("chat", 1e9) == ("区长是谁",)
    store.journal.forget("chat")
    assert store.journal.turns("chat", 1e9) == ()
    store.journal.asked(entry(2))
    store.journal.expire(1e9 + 1)
    assert store.journal.turns("chat", 1e9) == ()


def test_an_edited_message_leaves_only_its_last_words_as_a_turn(store: ChatStore) -> None:
    before, after = entry(1, "区长是谁"), entry(2, "县长是谁")
    store.journal.asked(before)
    store.journal.asked(Entry("chat", "县长是谁", "answered", None, "答", 1e9, "{}", 2, 1, after.turn))
    assert store.journal.turns("chat", 1e9) == ("县长是谁",)
