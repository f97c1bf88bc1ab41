"""Files to articles: any format, any layout; nothing of a text is dropped, every offset is exact."""

from index.ingest.files import Reading, expand, read_bytes, read_file, read_text
from index.ingest.limits import Limits, Watch, running, watched

__all__ = ["Limits", "Reading", "Watch", "expand", "read_bytes", "read_file", "read_text", "running", "watched"]
