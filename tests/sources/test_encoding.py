"""Bytes are read in the encodings that are promised, and refused by name in all others."""

import codecs
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qawl.sources.encoding import decode
from qawl.sources.rejection import UnreadableError

from .articles import TEXT

RUSSIAN = "Министр сообщил, что встреча состоится завтра"
FRENCH = "Le ministre a déclaré que la réunion était reportée à l'été"
CHINESE = "外交部长说会议将于明天举行"
CODE_PAGES = TEXT.replace("،", ",").replace("ً", "")


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("utf-16"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT.encode("cp1256"),
    ],
    ids=["UTF-8", "UTF-8 with mark", "UTF-16 LE", "UTF-16 BE", "Windows-1256"],
)
def test_promised_encodings_give_the_text_without_a_mark(data: bytes) -> None:
    assert decode(data) == TEXT


@pytest.mark.parametrize("text", ["اجتماع الوزراء", "قال رئيس الوفد: «لا»", "تقرير Reuters عن الاجتماع في 2022"])
def test_short_windows_1256_is_recognised(text: str) -> None:
    assert decode(text.encode("cp1256")) == text


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (TEXT.encode("utf-32"), "UTF-32"),
        (codecs.BOM_UTF32_BE + TEXT.encode("utf-32-be"), "UTF-32"),
        (TEXT.encode("utf-16-le"), "UTF-16 without a byte order mark"),
        ("The minister said".encode("utf-16-le"), "UTF-16 without a byte order mark"),
        (TEXT.encode("utf-16")[:-1], "broken UTF-16"),
        (TEXT.encode()[:41] + b"\xff" + TEXT.encode()[41:], "broken UTF-8"),
        (TEXT.encode()[:31], "broken UTF-8"),
        (TEXT.replace("«", '"').replace("»", '"').encode("iso8859-6"), "ISO 8859-6"),
        (TEXT.encode("mac-arabic"), "MacArabic"),
        (CODE_PAGES.encode("cp720"), "unknown encoding"),
        (RUSSIAN.encode("koi8-r"), "unknown encoding"),
        (RUSSIAN.encode("cp1251"), "unknown encoding"),
        (FRENCH.encode("latin-1"), "unknown encoding"),
        (CHINESE.encode("gbk"), "unknown encoding"),
        (bytes(range(256)), "unknown encoding"),
        (b"\0" * 64, "binary data"),
        (b"\x1f\x8b\x08\0", "gzip data"),
        (b"%PDF-1.7\n", "a PDF file"),
        (b"PK\x03\x04...", "a zip archive"),
        (b"PAR1....", "a Parquet file"),
    ],
)
def test_other_bytes_are_refused_by_name(data: bytes, name: str) -> None:
    with pytest.raises(UnreadableError, match=name):
        decode(data)


def test_a_refusal_says_which_byte_is_broken_and_where() -> None:
    with pytest.raises(UnreadableError, match="byte 0xff at 41"):
        decode(TEXT.encode()[:41] + b"\xff" + TEXT.encode()[41:])


def test_a_nul_byte_or_two_in_a_text_are_kept() -> None:
    assert decode("قال\0 الوزير كلاما طويلا".encode()) == "قال\0 الوزير كلاما طويلا"


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    with suppress(UnreadableError):
        decode(data).encode()


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_utf8_is_never_changed(text: str) -> None:
    assert decode(text.encode("utf-8-sig")) == text
