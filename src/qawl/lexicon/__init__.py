"""Linguistic and world knowledge as data files, with one loader and one checker."""
