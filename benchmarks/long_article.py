"""How cost grows with an article's length: one line, one quotation mark that never closes.

    python benchmarks/long_article.py
    python benchmarks/long_article.py --longest 500000

Each row doubles the length. Where cost is linear, the last column stays about 2.
"""

import argparse
import resource
import sys
import time

from qawl.reading import read
from qawl.records import Document

SENTENCE = (
    "وقال وزير الثروة السمكية سالم الحداد للصحفيين في الميناء إن بلاده لن تقبل بحصص أقل، وأضاف أن 12 سفينة "
    "ستبحر الأسبوع المقبل، مشيراً إلى أن الرد الخطي سيصل خلال يومين، بحسب مصدر دبلوماسي. "
)
OPENING = "قال المتحدث باسم الوفد ناصر الكيلاني: «لن نوقع على شيء. "
SHORTEST = 15_625
LONGEST = 2_000_000


def article(length: int) -> Document:
    """Return an article of exactly `length` characters, all in one line and inside an open quotation."""
    text = OPENING + SENTENCE * (length // len(SENTENCE) + 1)
    return Document(id=f"long-{length}", text=text[:length])


def lengths(longest: int) -> list[int]:
    doubled = [SHORTEST]
    while doubled[-1] * 2 <= longest:
        doubled.append(doubled[-1] * 2)
    return doubled


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--longest", type=int, default=LONGEST, help="characters of the longest article")
    longest = parser.parse_args().longest
    print(f"{'characters':>12}{'seconds':>10}{'statements':>12}{'peak MB':>9}{'times the row above':>21}")
    before = 0.0
    for length in lengths(longest):
        began = time.perf_counter()
        statements = len(read(article(length)).statements)
        took = time.perf_counter() - began
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        growth = f"{took / before:.1f}" if before else ""
        print(f"{length:>12,}{took:>10.2f}{statements:>12,}{peak:>9,.0f}{growth:>21}", flush=True)
        before = took
    return 0


if __name__ == "__main__":
    sys.exit(main())
