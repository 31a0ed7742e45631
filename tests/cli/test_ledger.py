"""The commands of the ledger: statuses, summaries, tables, JSON, CSV; killed, interrupted, and several at once."""

import csv
import gzip
import io
import json
import os
import random
import signal
import subprocess
import time
from pathlib import Path

import pytest
from rich.cells import cell_len

from ledger.builders import everything, full_reading
from qawl.ledger import Ledger

from .commands import QAWL, TEXT, processor_seconds, qawl

OPENING, END = "\u2066\u2067\u2068", "\u2069"


def wires(path: Path, count: int) -> Path:
    lines = [
        {"id": f"w{n}", "text": f"{TEXT} وحضر {n} نائبا.", "published": f"2024-03-{n % 28 + 1:02}", "source": "المدار"}
        for n in range(count)
    ]
    path.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), encoding="utf-8")
    return path


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    path = tmp_path / "news.qawl"
    with Ledger(path, write=True) as made:
        made.add([full_reading()])
    return path


def test_ingest_says_what_became_of_the_articles(tmp_path: Path) -> None:
    path, source = tmp_path / "news.qawl", wires(tmp_path / "wires.jsonl", 5)
    packed = tmp_path / "more.jsonl.gz"
    packed.write_bytes(gzip.compress(source.read_bytes().replace(b"w1", b"x1") + b"{broken\n"))
    first = qawl("ingest", path, source, "--jobs", "1")
    assert (first.returncode, first.stdout) == (0, b"5 new, 0 changed, 0 known, 0 rejected\n")
    second = qawl("ingest", path, source, packed, "-", "--json", "--jobs", "2", stdin=TEXT.encode())
    assert second.returncode == 1
    assert json.loads(second.stdout) == {"new": 2, "changed": 0, "known": 9, "rejected": 1}
    assert b"more.jsonl.gz:6: is broken JSON" in second.stderr


def test_the_number_of_processes_changes_nothing(tmp_path: Path) -> None:
    source = wires(tmp_path / "wires.jsonl", 60)
    found = []
    for jobs in ("1", "2"):
        path = tmp_path / jobs
        assert qawl("ingest", path, source, "--jobs", jobs).returncode == 0
        with Ledger(path) as made:
            found.append(everything(made))
    assert found[0] == found[1]


@pytest.mark.skipif(os.name == "nt", reason="there is no SIGKILL on Windows")
def test_killed_and_run_again_the_ledger_is_that_of_an_undisturbed_run(tmp_path: Path) -> None:
    source, broken = wires(tmp_path / "wires.jsonl", 200), tmp_path / "broken"
    assert qawl("ingest", tmp_path / "whole", source, "--jobs", "1").returncode == 0
    small_batches = "import sys; from qawl.cli import ingesting, main; ingesting.BATCH = 10; main.main()"
    chance, program = random.Random(5), [QAWL[0], "-c", small_batches, "ingest", str(broken), str(source)]
    for sought in (1, 70, 140):
        run = subprocess.Popen([*program, "--jobs", "1"])
        while counted(broken) < sought and run.poll() is None:
            time.sleep(chance.uniform(0.02, 0.1))
        run.send_signal(signal.SIGKILL)
        run.wait()
        assert counted(broken) % 10 == 0
    assert qawl("ingest", broken, source, "--jobs", "2").returncode == 0
    with Ledger(tmp_path / "whole") as one, Ledger(broken) as other:
        assert everything(one) == everything(other)


@pytest.mark.skipif(os.name == "nt", reason="there is no SIGINT to send on Windows")
def test_an_interrupt_ends_quietly_and_keeps_what_was_committed(tmp_path: Path) -> None:
    path = tmp_path / "news.qawl"
    command = [*QAWL, "ingest", str(path), "-", "--jobs", "2"]
    program = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert program.stdin and program.stderr
    program.stdin.write(wires(tmp_path / "wires.jsonl", 600).read_bytes())
    program.stdin.flush()
    deadline = time.monotonic() + 180
    while not path.exists() or counted(path) == 0:
        assert time.monotonic() < deadline
        time.sleep(0.1)
    program.send_signal(signal.SIGINT)
    assert program.wait(timeout=180) == 130
    assert program.stderr.read().strip() == b""
    assert counted(path) > 0


def counted(path: Path) -> int:
    try:
        with Ledger(path) as ledger:
            return int(ledger.connection.execute("SELECT count(*) FROM documents").fetchone()[0])
    except Exception as error:  # noqa: BLE001  the file is being made
        assert "empty" in str(error) or "exist" in str(error)
        return 0


def test_readers_ask_while_one_writes(tmp_path: Path) -> None:
    path = tmp_path / "news.qawl"
    qawl("ingest", path, wires(tmp_path / "first.jsonl", 20), "--jobs", "1")
    writer = subprocess.Popen(
        [*QAWL, "ingest", str(path), str(wires(tmp_path / "wires.jsonl", 400)), "--jobs", "1"], stdout=subprocess.PIPE
    )
    seen = []
    while writer.poll() is None:
        readers = [Ledger(path) for _ in range(4)]
        for reader in readers:
            assert len(reader.statements(party="الحداد")) >= 40
            assert reader.search("الاجتماع", limit=5)
        seen.append(readers[0].connection.execute("SELECT count(*) FROM documents").fetchone()[0])
        for reader in readers:
            reader.close()
    assert writer.returncode == 0
    assert seen == sorted(seen)


def test_an_article_over_which_the_reader_fails_is_named_and_the_others_are_read(tmp_path: Path) -> None:
    source, path = wires(tmp_path / "wires.jsonl", 5), tmp_path / "news.qawl"
    broken = (
        "import sys; from qawl.cli import main, workers; good = workers.read\n"
        "def read(document):\n    return [][1] if document.id == 'w3' else good(document)\n"
        "workers.read = read; main.main()"
    )
    command = [QAWL[0], "-c", broken, "ingest", str(path), str(source), "--jobs", "1"]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (run.returncode, run.stdout) == (1, "4 new, 0 changed, 0 known, 1 rejected\n")
    assert "document 'w3': the reader failed" in run.stderr
    assert "IndexError" in run.stderr


def test_reread_says_what_changed(ledger: Path) -> None:
    result = qawl("reread", ledger, "--jobs", "1")
    assert result.returncode == 0
    said = result.stdout.decode()
    assert said.startswith("1 articles read again\n")
    assert "  actors: " in said
    assert qawl("reread", ledger).stdout.decode() == "0 articles read again\n"
    assert qawl("reread", ledger, "--all", "--json").stdout == b""


QUESTIONS = (["statements"], ["pledges"], ["disputes"], ["actors"], ["search", "وزير"])


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question[0])
def test_questions_are_answered_as_a_table_json_and_csv(ledger: Path, question: list[str]) -> None:
    command, *words = question
    table = qawl(command, ledger, *words)
    assert (table.returncode, table.stderr) == (0, b"")
    for line in table.stdout.decode().splitlines():
        assert sum(line.count(mark) for mark in OPENING) == line.count(END)
        assert cell_len(line) <= 80
    lines = qawl(command, ledger, *words, "--json").stdout.splitlines()
    records = [json.loads(line) for line in lines]
    assert records
    sheet = list(csv.DictReader(io.StringIO(qawl(command, ledger, *words, "--csv").stdout.decode())))
    assert [row["id"] for row in sheet] == [str(record["id"]) for record in records]
    assert list(sheet[0]) == list(records[0])


def test_a_table_tells_of_the_statement_and_the_decision(ledger: Path) -> None:
    with Ledger(ledger, write=True) as opened:
        record = opened.statements(force="commit")[0].id
        opened.judge(record, "wrong", by="سلمى")
    printed = qawl("statements", ledger, "--speaker", "بريفال", "--force", "commit").stdout.decode()
    for words in ("2024-03-05", "commit", "ليون بريفال", "wrong", "سلمى", record[:8] + record[16:]):
        assert words in printed
    assert "deny" not in printed


def test_nothing_found_is_said(ledger: Path) -> None:
    assert qawl("statements", ledger, "--speaker", "لا أحد").stdout == b"Nothing was found.\n"
    assert qawl("statements", ledger, "--speaker", "لا أحد", "--json").stdout == b""


def test_more_is_announced_and_can_be_gone_on_with(ledger: Path) -> None:
    first = qawl("statements", ledger, "--limit", "1", "--json")
    place = first.stderr.decode().strip().removeprefix("There is more: --after ")
    second = qawl("statements", ledger, "--limit", "1", "--json", "--after", place)
    assert second.stderr == b""
    assert {json.loads(run.stdout)["force"] for run in (first, second)} == {"commit", "deny"}
    assert len(qawl("statements", ledger, "--limit", "0", "--json").stdout.splitlines()) == 2


@pytest.mark.parametrize("words", ["=1+1", "+1", "-1", "@SUM(A1)", "\tx"])
def test_a_spreadsheet_takes_no_cell_for_a_formula(tmp_path: Path, words: str) -> None:
    path = tmp_path / "l"
    with Ledger(path, write=True) as opened:
        made = full_reading()
        opened.add(
            [full_reading(document=type(made.document)(id="x", text=made.document.text, title=words, source=words))]
        )
    sheet = list(csv.DictReader(io.StringIO(qawl("statements", path, "--csv").stdout.decode())))
    assert (sheet[0]["title"], sheet[0]["outlet"]) == (f"'{words}", f"'{words}")
    assert json.loads(qawl("statements", path, "--json").stdout.splitlines()[0])["title"] == words


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question[0])
def test_what_steers_a_terminal_is_neutralised(tmp_path: Path, question: list[str]) -> None:
    path, bad = tmp_path / "l", "\x1b]0;x\x07\u202eوزير\x9b"
    with Ledger(path, write=True) as opened:
        made = full_reading()
        document = type(made.document)(id="x", text=bad + made.document.text, title=bad, source=bad)
        actor = type(made.actors[0])(id="a1", name=bad, role=bad, kind="person")
        pledge = type(made.pledges[0])(act=(0, 30), by=bad, to=bad, kind="offer", due=bad)
        dispute = type(made.disputes[0])(claim=(0, 9), claimed_by=(bad,), denial=(3, 20), denied_by=(bad,))
        opened.add([full_reading(document=document, actors=(actor,), pledges=(pledge,), disputes=(dispute,))])
        record = opened.statements()[0].id
    for printed in (qawl(question[0], path, *question[1:]).stdout, qawl("show", path, record).stdout):
        assert not {"\x1b", "\x07", "\u202e", "\x9b"} & set(printed.decode())


def test_show_and_judge(ledger: Path) -> None:
    with Ledger(ledger) as opened:
        record = opened.statements(force="commit")[0].id
    short = record[:8] + record[16:]
    judged = qawl("judge", ledger, short, "corrected", "--speaker", "سالم", "--by", "سلمى", "--note", "خطأ")
    assert (judged.returncode, judged.stdout.decode()) == (0, f"{short}: corrected\n")
    shown = qawl("show", ledger, short).stdout.decode()
    for words in ("commit", "perfect:clause", "رياح برس", "corrected", "سالم", "خطأ", "للصحفيين", "ونفى الوزير"):
        assert words in shown
    assert json.loads(qawl("show", ledger, short, "--json").stdout)["judgements"][0]["speaker"] == "سالم"
    assert "Statements" in qawl("show", ledger, record[:16]).stdout.decode()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["statements", "none.qawl"], "none.qawl does not exist"),
        (["show", "LEDGER", "zzzz.s1"], "the ids of no article begin with 'zzzz'"),
        (["show", "LEDGER", "!"], "is no id"),
        (["search", "LEDGER", "،"], "no word to look for"),
        (["statements", "LEDGER", "--from", "soon"], "'soon' is no day"),
        (["statements", "LEDGER", "--after", "x"], "no place to go on from"),
        (["ingest", ".", "x.txt"], "is a directory"),
    ],
)
def test_what_cannot_be_done_is_told_in_one_line(ledger: Path, arguments: list[str], words: str) -> None:
    result = qawl(*(str(ledger) if argument == "LEDGER" else argument for argument in arguments))
    assert result.returncode in (1, 2)
    assert words in result.stderr.decode()
    assert "Traceback" not in result.stderr.decode()


def test_asking_is_quick_to_start(ledger: Path) -> None:
    times = []
    for _ in range(3):
        began = processor_seconds()
        assert qawl("statements", ledger, "--json").returncode == 0
        times.append(processor_seconds() - began)
    assert min(times) < 0.6


def test_asking_loads_no_reader(ledger: Path) -> None:
    code = f"import sys; sys.argv = ['qawl', 'statements', {str(ledger)!r}, '--json']; from qawl.cli.main import main; "
    after = "main(standalone_mode=False); print('qawl.reading' in sys.modules or 'qawl.lexicon' in sys.modules)"
    run = subprocess.run([QAWL[0], "-c", code + after], capture_output=True, check=True, text=True)
    assert run.stdout.splitlines()[-1] == "False"


def test_link_and_copies(tmp_path: Path) -> None:
    """Two outlets print one wire: one cluster, and its statements have two articles and one witness."""
    path, source = tmp_path / "news.qawl", tmp_path / "wires.jsonl"
    wire = {"text": f"{TEXT} " + " ".join(f"كلمة{n}" for n in range(60)), "published": "2024-03-05"}
    lines = [{"id": name, "source": name, **wire} for name in ("المدار", "المرفأ")]
    source.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), encoding="utf-8")
    assert qawl("ingest", path, source, "--jobs", "1").returncode == 0
    assert b"2 articles compared" in qawl("link", path).stdout
    assert json.loads(qawl("link", path, "--json").stdout)["articles"] == 0
    copies = [json.loads(line) for line in qawl("copies", path, "--json").stdout.splitlines()]
    assert [row["outlet"] for row in copies] and {row["score"] for row in copies} == {1.0}
    told = [json.loads(line) for line in qawl("statements", path, "--once", "--json").stdout.splitlines()]
    assert told and {(row["articles"], row["witnesses"]) for row in told} == {(2, 1)}
    shown = qawl("statements", path, "--no-color").stdout.decode()
    assert "2 articles" in shown and "1 witness" in shown
    assert "earliest" in qawl("copies", path, "--no-color").stdout.decode()


def test_pledges_story_and_export(root: Path, tmp_path: Path) -> None:
    path, out = tmp_path / "news.qawl", tmp_path / "out"
    assert qawl("ingest", path, root / "examples" / "articles.jsonl", "--jobs", "1").returncode == 0
    assert qawl("link", path).returncode == 0
    kept = qawl("pledges", path, "--state", "kept", "--as-of", "2024-04-30", "--no-color").stdout.decode()
    assert "kept late" in kept and "link." in kept
    story = qawl("story", path, "رد", "--as-of", "2024-04-30", "--no-color", "--limit", "0").stdout.decode()
    assert "overdue" in story and story.index("overdue") < story.index("kept late")
    assert b"needs WORDS" in qawl("story", path).stderr
    assert b"There is more: --from 2024-" in qawl("story", path, "--party", "سيشل", "--limit", "2", "--json").stderr
    assert qawl("export", path, "csv", out, "--kind", "pledges").returncode == 0
    assert len(list(csv.DictReader(io.StringIO(out.read_text(encoding="utf-8"))))) > 20
    missing = qawl("export", path, "plover", tmp_path / "none" / "out")
    assert missing.returncode == 1 and b"Could not open" in missing.stderr
