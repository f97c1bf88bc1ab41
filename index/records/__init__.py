"""The values that pass between rooms: frozen, slotted, pure. No I/O, no identity, no behaviour
beyond looking at themselves; storage and serialisation live elsewhere."""

from index.records.answers import (
    Answer,
    AnswerFact,
    Claim,
    Hit,
    Source,
)
from index.records.bulletins import (
    Article,
    Block,
    Cell,
    Role,
    Table,
    TableRow,
)
from index.records.knowledge import (
    Batch,
    Extraction,
    Fact,
    Flag,
    Found,
    Investment,
    ListItem,
    OrderedList,
    Passage,
    Person,
    ProjectRow,
    Rate,
    Sentence,
)
from index.records.reports import AuditEntry, FileReport, Generation
from index.records.text import MappedText, Span

__all__ = [
    "Answer",
    "AnswerFact",
    "Article",
    "AuditEntry",
    "Batch",
    "Block",
    "Cell",
    "Claim",
    "Extraction",
    "Fact",
    "FileReport",
    "Flag",
    "Found",
    "Generation",
    "Hit",
    "Investment",
    "ListItem",
    "MappedText",
    "OrderedList",
    "Passage",
    "Person",
    "ProjectRow",
    "Rate",
    "Role",
    "Sentence",
    "Source",
    "Span",
    "Table",
    "TableRow",
]
