"""Running `qawl` as a program, the way a shell does."""

import os
import subprocess
import sys
from pathlib import Path

QAWL = (sys.executable, "-m", "qawl")

TITLE = "تأجيل اجتماع لجنة المصايد"
TEXT = f"{TITLE}\n\nقال الوزير سالم الحداد إن الاجتماع سيعقد غداً، وأضاف: «لن نقبل بالشروط التي طرحها الوفد»."


def qawl(
    *arguments: str | Path, stdin: bytes = b"", env: dict[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Run `qawl` to its end and return its status and what it wrote."""
    return subprocess.run(
        [*QAWL, *map(str, arguments)], input=stdin, capture_output=True, env=env, timeout=120, check=False
    )


def processor_seconds() -> float:
    """Return the time that programs run from here took of the processors: a busy machine makes it no longer."""
    used = os.times()
    return used.children_user + used.children_system
