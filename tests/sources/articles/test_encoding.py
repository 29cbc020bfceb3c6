from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cliffhanger.errors import InputError
from cliffhanger.sources.articles import encoding
from cliffhanger.sources.articles.encoding import LARGEST_BYTES, decoded


def page(charset: str, words: str) -> str:
    return f'<html><head><meta charset="{charset}"></head><p>{words}</p></html>'


class TestDecoded:
    @given(st.text(st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufeff"), min_size=1))
    def test_utf8_is_what_it_is(self, text: str) -> None:
        if not text.startswith(("{\\rtf", "%PDF-", "GIF8", "Rar!", "PK", "SQLite")):
            assert decoded(text.encode(), "a.txt") == (text, ())

    @pytest.mark.parametrize(
        ("mark", "codec"),
        [
            (codecs.BOM_UTF8, "utf-8"),
            (codecs.BOM_UTF16_LE, "utf-16-le"),
            (codecs.BOM_UTF16_BE, "utf-16-be"),
            (codecs.BOM_UTF32_LE, "utf-32-le"),
        ],
    )
    def test_a_byte_order_mark_tells_and_is_left_out(self, mark: bytes, codec: str) -> None:
        assert decoded(mark + "Ærø — é".encode(codec), "a.txt") == ("Ærø — é", ())

    def test_line_ends_are_kept(self) -> None:
        assert decoded(b"a\r\nb\rc\n", "a.txt")[0] == "a\r\nb\rc\n"

    def test_what_a_page_declares_is_used_and_said(self) -> None:
        text = page("koi8-r", "Сериал продлён на второй сезон")
        assert decoded(text.encode("koi8-r"), "a.html") == (text, ("read as koi8-r, as declared",))

    def test_latin_1_is_windows_1252_as_in_browsers(self) -> None:
        text = page("iso-8859-1", "“Señal” — otra")
        assert decoded(text.encode("cp1252"), "a.html")[0] == text

    def test_utf8_that_is_declared_as_something_else_is_mended(self) -> None:
        text = page("iso-8859-1", "Señal")
        assert decoded(text.encode(), "a.html") == (text, ("declared as iso-8859-1, and read as UTF-8, which it is",))

    def test_neither_utf8_nor_declared_is_windows_1252_with_a_note(self) -> None:
        assert decoded(b"caf\xe9 \x96 bar", "a.txt") == ("café – bar", ("not UTF-8; read as Windows-1252",))

    def test_a_wrong_declaration_is_said(self) -> None:
        raw = page("utf-8", "café").encode("cp1252")
        assert decoded(raw, "a.html")[1] == ("not UTF-8; read as Windows-1252",)

    @pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1", "nonsense"])
    @pytest.mark.parametrize("bad", [b"\xff", b"\xe2\x80", b"\xe9"])
    def test_a_bad_byte_spoils_itself_alone(self, charset: str, bad: bytes) -> None:
        text = page(charset, "Désirée Müller in “Quiet Coast” �")
        raw = text.encode().replace("�".encode(), bad)
        found, notes = decoded(raw, "a.html")
        assert (found, notes[-1]) == (text, "UTF-8 but for 1 broken character")

    def test_a_cut_end_of_plain_text_is_said_and_the_rest_is_read(self) -> None:
        raw = "“Quiet Coast” returns – again".encode()[:-7]
        assert decoded(raw, "a.txt") == ("“Quiet Coast” returns �", ("UTF-8 but for 1 broken character",))

    def test_a_sign_of_replacement_that_stands_in_the_file_is_no_damage(self) -> None:
        assert decoded("caf�".encode(), "a.txt") == ("caf�", ())

    @pytest.mark.parametrize(
        ("codec", "words"),
        [
            ("cp1252", "“Señal” — Désirée Müller, Zoë"),
            ("koi8-r", "Сериал продлён на второй сезон"),
            ("cp1251", "СЕРИАЛ «Тихий берег» ПРОДЛЁН №2"),
            ("gbk", "电视剧将于春天回归，第二季已经开始拍摄"),
            ("big5", "電視劇將於春天回歸，第二季已經開始拍攝"),
            ("shift_jis", "ドラマは春に戻ってくる、第二シーズン"),
            ("euc-jp", "ドラマは春に戻ってくる、第二シーズン"),
        ],
    )
    def test_text_in_another_set_is_not_taken_for_damaged_utf8(self, codec: str, words: str) -> None:
        text = page(codec, words)
        assert decoded(text.encode(codec), "a.html")[0] == text

    @pytest.mark.parametrize(
        "name", ["punycode", "idna", "unicode_escape", "utf-7", "undefined", "rot13", "hex", "nonsense", "utf-16", "zlib"]
    )
    def test_a_codec_that_no_page_is_written_in_is_not_run(self, name: str) -> None:
        text = page(name, r"caf\xe9 +AOk- señal")
        assert decoded(text.encode(), "a.html")[0] == text

    def test_what_the_sender_declares_wins_over_the_page(self) -> None:
        text = page("utf-8", "Señal")
        assert decoded(text.encode("iso-8859-15"), "a.html", declared="ISO-8859-15")[0] == text

    @pytest.mark.parametrize(
        "raw",
        [
            b"\0\1\2\3" * 100,
            bytes(range(256)),
            b"\1\2\3\4",
            b"%PDF-1.7 text",
            b"PK\x03\x04abc",
            b"\x89PNG\r\n",
            b"a" * 5_000 + b"\0" * 5_000,
            b"\xff\xfe\0",
        ],
    )
    def test_what_is_no_text_is_refused(self, raw: bytes) -> None:
        with pytest.raises(InputError, match=r"x\.bin: This is not a text. Give plain text or HTML"):
            decoded(raw, "x.bin")

    def test_a_file_too_large_is_refused_by_name_and_with_a_remedy(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(encoding, "LARGEST_BYTES", 10)
        with pytest.raises(InputError, match=r"big\.txt: 11 bytes are more than the 10 .* Split it"):
            decoded(b"a" * 11, "big.txt")

    def test_the_limit_is_five_megabytes(self) -> None:
        assert LARGEST_BYTES == 5_000_000
