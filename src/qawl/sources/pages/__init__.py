"""HTML pages to documents."""

from qawl.sources.pages.page import PAGE_LIMIT, Page, document_from_page

__all__ = ["PAGE_LIMIT", "Page", "document_from_page"]
