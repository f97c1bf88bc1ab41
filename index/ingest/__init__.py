"""Files to articles: any format, any layout; nothing of a text is dropped, every offset is exact.

    formats   bytes to lines: one module for each kind of file.
    shapes    a line by itself and next to its neighbours: what it looks like, who signs it.
    tabular   tables in every state: with known cells, in plain text, flattened, one cell a line.
    articles  lines to articles: where one begins and ends, its headline, names and date.
"""

from index.ingest.files import Reading, expand, read_bytes, read_file, read_text
from index.ingest.formats.limits import Limits, Watch, running, watched

__all__ = ["Limits", "Reading", "Watch", "expand", "read_bytes", "read_file", "read_text", "running", "watched"]
