"""From a document to a reading: the stages, each in its own module, composed in one visible list."""

from qawl.reading.pipeline import read

__all__ = ["read"]
