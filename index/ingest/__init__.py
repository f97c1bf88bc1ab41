"""Files to articles: any format, any layout; nothing of a text is dropped, every offset is exact."""

from index.ingest.files import Limits, Reading, expand, read_file, read_many, read_text

__all__ = ["Limits", "Reading", "expand", "read_file", "read_many", "read_text"]
