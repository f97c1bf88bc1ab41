"""Which cores the bot runs on.

All its threads share one interpreter lock; handing that from one core to another costs more than a second core brings
(measured on two cores: CPU an answer 5.7 → 3.2 ms, answers a second 624 → 1,078). So they keep to one core, and the
processes that read files, which share nothing with them, may use all.
"""

from __future__ import annotations

import os

Cores = frozenset[int]


def keep_to_one() -> Cores:
    """Keeps this thread, and those that it starts, to one core; the cores that were allowed before.

    Bots that run side by side take different ones, as far as there are several. Nothing happens where the system
    has no such call.
    """
    if not hasattr(os, "sched_setaffinity"):
        return frozenset()
    allowed = sorted(os.sched_getaffinity(0))
    os.sched_setaffinity(0, {allowed[os.getpid() % len(allowed)]})
    return frozenset(allowed)


def spread(cores: Cores) -> None:
    """Lets a process that was started from a kept one run on all of ``cores``."""
    if cores and hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, cores)
