"""Scoring readings against gold, as the annotation project's SCORING.md says.

`qawl.evaluation.score.evaluate` reads a gold folder and measures a reader on it,
`qawl.evaluation.score.score` measures readings that are there already, and
`qawl.evaluation.summary` and `qawl.evaluation.misses` write the result down.
"""
