"""The knowledge: everything that knows a bulletin, from file to cited answer.

Rooms, each importing only rooms to its left:
records, errors, settings → language → ingest → extraction → storage → catalogue → retrieval →
understanding → answering → library → evaluation, operations → cli
"""
