"""The bytes of a file to its text; what had to be mended is said."""

from __future__ import annotations

import codecs
import re

from cliffhanger.errors import InputError

# An article has some ten thousand characters and its page a few hundred thousand; what is larger is a dump or an attack.
LARGEST_BYTES = 5_000_000
_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SNIFFED = 4_096


def decoded(raw: bytes, place: str) -> tuple[str, tuple[str, ...]]:
    """Return the text of a file and notes on what was not as it should be.

    The order is: byte order mark, declared character set, UTF-8, Windows-1252. Line ends are kept, because quotes count code
    points of this text; a byte order mark is left out.

    Raises
    ------
    InputError
        When the file is too large or no text at all.
    """
    if len(raw) > LARGEST_BYTES:
        raise InputError(
            f"{len(raw):,} bytes are more than an article can have", place=place, remedy="Split it, or give the articles alone"
        )
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            try:
                return raw[len(mark) if encoding == "utf-8" else 0 :].decode(encoding), ()
            except UnicodeDecodeError:
                break
    if raw.count(b"\0", 0, _SNIFFED) > len(raw[:_SNIFFED]) // 100:
        raise InputError("This is not a text", place=place, remedy="Give plain text or HTML")
    return _without_mark(raw)


def _without_mark(raw: bytes) -> tuple[str, tuple[str, ...]]:
    declared = _DECLARED.search(raw[:_SNIFFED])
    tried = [declared[1].decode("ascii", "replace")] if declared else []
    for encoding in (*tried, "utf-8"):
        try:
            text = raw.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
        note = (f"read as {encoding}, as the page declares",) if encoding.lower() not in {"utf-8", "utf8"} else ()
        return text, note
    return raw.decode("cp1252", "replace"), ("neither UTF-8 nor what the page declares; read as Windows-1252",)
