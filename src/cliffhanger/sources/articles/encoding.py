"""The bytes of a file to its text; what had to be mended is said."""

from __future__ import annotations

import codecs
import re

from cliffhanger.errors import InputError

# An article has some ten thousand characters, the longest live blogs a few million; what is larger is a dump or an attack.
LARGEST_BYTES = 5_000_000
_DECLARED = re.compile(
    rb"<meta\b[^>]{0,200}?\bcharset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})|^\s*<\?xml[^>]{0,100}?\bencoding=[\"']([A-Za-z0-9_.-]{2,40})",
    re.IGNORECASE,
)
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What a page may declare, as https://encoding.spec.whatwg.org names it. Python knows codecs beside these that no page is written
# in and that are slow or run escapes (punycode, unicode_escape); and a page that is read as far as its declaration is no UTF-16.
_SAME = (
    "utf-8 koi8-r koi8-u big5 euc-jp shift_jis euc-kr gb18030 iso-2022-jp mac-roman iso-8859-11 windows-1250 windows-1251 "
    "windows-1252 windows-1253 windows-1254 windows-1255 windows-1256 windows-1257 windows-1258 iso-8859-2 iso-8859-3 iso-8859-4 "
    "iso-8859-5 iso-8859-6 iso-8859-7 iso-8859-8 iso-8859-10 iso-8859-13 iso-8859-14 iso-8859-15 iso-8859-16"
).split()
_PAGES = {
    **{codecs.lookup(name).name: name for name in _SAME},
    **{codecs.lookup(name).name: "windows-1252" for name in ("ascii", "iso-8859-1")},
    **{codecs.lookup(name).name: "gb18030" for name in ("gbk", "gb2312")},
    codecs.lookup("iso-8859-9").name: "windows-1254",
}
_SNIFFED = 4_096
_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\v\f\r\x1b")
_REPLACED = "\ufffd"  # what Python's decoders put for what they cannot read
_BEYOND_ASCII = bytes(range(128, 256))
_OTHER_FORMATS = (
    b"%PDF-",
    b"PK\x03\x04",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x1f\x8b",
    b"Rar!",
    b"7z\xbc\xaf",
    b"{\\rtf",
    b"SQLite f",
)
_GIVE_TEXT = "Give plain text or HTML"


def decoded(raw: bytes, place: str, *, declared: str | None = None) -> tuple[str, tuple[str, ...]]:
    """Return the text of a file and notes on what was not as it should be.

    The order is: byte order mark, UTF-8, declared character set, UTF-8 with damage, Windows-1252. ``declared`` is what the sender
    said beside the file, and wins over what the page says. Bytes that are UTF-8 are read so whatever set is declared: no text in
    another one is UTF-8 by chance. Where more letters of several bytes are whole than broken, it is UTF-8 too, and what is broken
    becomes U+FFFD. Line ends are kept, because quotes count code points of this text; a byte order mark is not.

    Raises
    ------
    InputError
        When the file is too large or no text at all.
    """
    check_size(len(raw), place)
    if raw.startswith(_OTHER_FORMATS):
        raise InputError("This is not a text", place=place, remedy=_GIVE_TEXT)
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            try:
                text = raw[len(mark) if encoding == "utf-8" else 0 :].decode(encoding)
            except UnicodeDecodeError:
                break
            return _told(text, place), ()
    head = raw[:_SNIFFED]
    if 50 * (len(head) - len(head.translate(None, _CONTROLS))) > len(head) + 100:  # one in fifty, and a stray two
        raise InputError("This is not a text", place=place, remedy=_GIVE_TEXT)
    text, notes = _without_mark(raw.removeprefix(codecs.BOM_UTF8), declared)
    return _told(text, place), notes


def check_size(size: int, place: str) -> None:
    """Refuse what is larger than an article can be.

    Raises
    ------
    InputError
        When it is.
    """
    if size > LARGEST_BYTES:
        raise InputError(
            f"{size:,} bytes are more than the {LARGEST_BYTES:,} that an article can have",
            place=place,
            remedy="Split it, or give the articles alone",
        )


def _told(text: str, place: str) -> str:
    """Refuse what decodes and is no text: more than one sign in a hundred is NUL."""
    if text.count("\0") * 100 > len(text):
        raise InputError("This is not a text", place=place, remedy=_GIVE_TEXT)
    return text


def _without_mark(raw: bytes, declared: str | None) -> tuple[str, tuple[str, ...]]:
    found = _DECLARED.search(raw[:_SNIFFED])
    said = declared or ((found[1] or found[2]).decode("ascii") if found else None)
    encoding, notes = _page_encoding(said)
    if encoding != "iso-2022-jp":  # whose bytes are all ASCII
        try:
            text = raw.decode("utf-8")
        except UnicodeDecodeError:
            pass
        else:
            mended = encoding not in {None, "utf-8"} and not text.isascii()
            return text, (*notes, f"declared as {said}, and read as UTF-8, which it is") if mended else notes
    damaged, broken = _damaged_utf8(raw)
    if damaged is not None:
        return damaged, (*notes, f"UTF-8 but for {broken:,} broken character{'s' if broken != 1 else ''}")
    if encoding is not None and encoding != "utf-8":
        try:
            return raw.decode(encoding), (*notes, f"read as {said}, as declared")
        except UnicodeDecodeError:
            notes = (*notes, f"declared as {said}, which it is not")
    return raw.decode("cp1252", "replace"), (*notes, "not UTF-8; read as Windows-1252")


def _damaged_utf8(raw: bytes) -> tuple[str | None, int]:
    """Return the text of bytes that are UTF-8 but for a few, and how many signs stand for what is broken; else None.

    In other sets hardly any two bytes in a row are a letter of UTF-8, and nearly all beyond ASCII are broken ones.
    """
    text = raw.decode("utf-8", "replace")
    broken = text.count(_REPLACED) - raw.count(_REPLACED.encode())
    whole = len(text) - len(raw.translate(None, _BEYOND_ASCII)) - broken
    return (text, broken) if whole > broken else (None, broken)


def _page_encoding(said: str | None) -> tuple[str | None, tuple[str, ...]]:
    """Return the character set of a declaration, None where there is none or it is none that pages are written in."""
    if said is None:
        return None, ()
    try:
        known = codecs.lookup(said).name
    except LookupError:
        known = ""
    if known.startswith("utf-16"):
        return "utf-8", ()
    return (_PAGES[known], ()) if known in _PAGES else (None, (f"declared as {said[:40]}, which is no character set of pages",))
