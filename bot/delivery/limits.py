"""A bucket for each sender: a flood is told once to slow down and delays nobody else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass
class _Bucket:
    tokens: float
    at: float
    said: float
    told: bool = False


class Buckets:
    """Token buckets by key.

    Args:
        burst: messages that may come at once. rate: messages a second after that.
        clock: seconds, monotonic.
    """

    def __init__(self, burst: int, rate: float, clock: Callable[[], float]) -> None:
        self._burst, self._rate, self._clock = burst, rate, clock
        self._held: dict[str, _Bucket] = {}

    def take(self, key: str, said: float = 0.0) -> tuple[bool, bool]:
        """(may pass, is to be told): the second is True once for each flood.

        Args:
            said: when it was written, seconds since 1970: what waited while we were away comes all at once,
                and is no flood for that.
        """
        now = self._clock()
        bucket = self._held.setdefault(key, _Bucket(float(self._burst), now, said))
        passed = max(now - bucket.at, said - bucket.said)
        bucket.tokens = min(float(self._burst), bucket.tokens + passed * self._rate)
        bucket.at, bucket.said = now, max(said, bucket.said)
        if bucket.tokens >= 1.0:
            bucket.tokens -= 1.0
            bucket.told = False
            return True, False
        tell, bucket.told = not bucket.told, True
        return False, tell

    def wait(self, key: str) -> int:
        """Seconds until the next message may pass, at least 1."""
        bucket = self._held.get(key)
        return max(1, round((1.0 - bucket.tokens) / self._rate)) if bucket else 1

    def prune(self) -> None:
        """Forget full buckets."""
        now = self._clock()
        self._held = {
            key: bucket
            for key, bucket in self._held.items()
            if bucket.tokens + (now - bucket.at) * self._rate < self._burst
        }
