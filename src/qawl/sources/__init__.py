"""Bytes to documents: text, pages, records, archives, tables; what cannot be read is set aside with its place."""

from qawl.sources.files import Documents, Meter, documents_from_path, documents_from_stream, is_url
from qawl.sources.rejection import Rejection

__all__ = ["Documents", "Meter", "Rejection", "documents_from_path", "documents_from_stream", "is_url"]
