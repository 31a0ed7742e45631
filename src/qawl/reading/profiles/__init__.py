"""What the article and the tables tell of each actor: kind, role, country, sector, gender, number, all mentions."""

from qawl.reading.profiles.make import profiles

__all__ = ["profiles"]
