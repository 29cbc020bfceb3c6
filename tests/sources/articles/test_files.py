from __future__ import annotations

import datetime as dt
import io
import json
import os
from pathlib import Path

import pytest

from cliffhanger.claims.article import Article
from cliffhanger.errors import InputError
from cliffhanger.sources.articles import encoding
from cliffhanger.sources.articles.files import Named, Refused, articles, named_at, named_in

TEXT = "The show was renewed.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("a.txt", "b.HTML", "sub/c.md", "sub/deep/d.htm", "sub/a.txt", "e.pdf", "f"):
        path = tmp_path / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(TEXT, encoding="utf-8")
    return tmp_path / "in"


def manifest(folder: Path, *lines: object) -> Path:
    path = folder / "list.jsonl"
    path.write_text("\n".join(one if isinstance(one, str) else json.dumps(one) for one in lines), encoding="utf-8")
    return path


class TestPlaces:
    def test_a_folder_is_all_its_articles(self, folder: Path) -> None:
        assert [one.id for one in named_at([folder])] == ["a.txt", "b.HTML", "sub/a.txt", "sub/c.md", "sub/deep/d.htm"]

    def test_files_of_one_name_are_told_apart(self, folder: Path) -> None:
        found = named_at([folder / "a.txt", folder / "sub" / "a.txt", folder / "f"])
        assert [one.id for one in found] == [(folder / "a.txt").as_posix(), (folder / "sub" / "a.txt").as_posix(), "f"]

    def test_a_file_named_twice_is_read_once(self, folder: Path) -> None:
        assert len(named_at([folder / "a.txt", folder / "a.txt"])) == 1

    def test_standard_input(self) -> None:
        (found,) = articles(named_at([Path("-")]), io.BytesIO(b"The show.\r\nOn."))
        assert isinstance(found, Article)
        assert (found.id, found.raw) == ("stdin", "The show.\r\nOn.")

    def test_what_is_not_there_is_said(self, tmp_path: Path) -> None:
        with pytest.raises(InputError, match=r"no\.txt: There is no such file or folder"):
            named_at([tmp_path / "no.txt"])
        with pytest.raises(InputError, match=r"No article lies in this folder\. Articles end in \.txt"):
            named_at([tmp_path])

    @pytest.mark.skipif(os.name == "nt", reason="names are text on Windows")
    def test_a_name_that_is_no_text_can_be_printed(self, tmp_path: Path) -> None:
        (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_text(TEXT, encoding="utf-8")
        (found,) = articles(named_at([tmp_path]))
        assert isinstance(found, Article)
        assert found.id.encode() == "caf\ufffd.txt".encode()


class TestManifest:
    def test_its_values_win_over_the_pages(self, folder: Path) -> None:
        page = '<html><meta name="date" content="2020-01-01"><meta property="og:site_name" content="Page"><p>One.</p>'
        (folder / "p.html").write_text(page, encoding="utf-8")
        named = named_in(
            manifest(
                folder,
                {"id": "x", "file": "p.html", "published": "2024-05-01T10:00:00Z", "outlet": "List", "more": 1},
                "",
                {"id": "y\u2028", "file": "sub/../p.html", "published": None, "outlet": ""},
            )
        )
        found = [one for one in articles(named) if isinstance(one, Article)]
        assert [(one.id, one.outlet, one.published) for one in found] == [
            ("x", "List", dt.date(2024, 5, 1)),
            ("y\u2028", "Page", dt.date(2020, 1, 1)),
        ]

    def test_a_byte_order_mark_and_windows_line_ends_are_borne(self, folder: Path) -> None:
        path = folder / "list.jsonl"
        path.write_bytes(b'\xef\xbb\xbf{"id": "x", "file": "a.txt"}\r\n{"id": "\xe2\x80\xa8", "file": "a.txt"}\r\n')
        assert len(named_in(path)) == 2

    @pytest.mark.parametrize(
        ("line", "said"),
        [
            ("{", "no JSON object"),
            ("[" * 100_000, "no JSON object"),
            ("[]", "lacks an id or a file"),
            ({"id": "x"}, "lacks an id or a file"),
            ({"id": 7, "file": "a.txt"}, "lacks an id or a file"),
            ({"id": "x", "file": "a.txt", "published": "May 1"}, '"May 1" is no day'),
            ({"id": "x", "file": "a.txt", "published": "2024-05-011"}, "is no day"),
            ({"id": "x", "file": "a.txt", "published": 20240501}, "is no day"),
            ({"id": "x", "file": "a.txt", "published": ["2024-05-01"]}, "is no day"),
            ({"id": "x", "file": "a.txt", "outlet": ["A"]}, "outlet is no text"),
            ({"id": "ok", "file": "a.txt"}, '"ok" is given twice'),
            ({"id": "x", "file": "../secret.txt"}, "lies outside the folder"),
            ({"id": "x", "file": "sub/../../secret.txt"}, "lies outside the folder"),
            ({"id": "x", "file": "/etc/passwd"}, "lies outside the folder"),
            ({"id": "x", "file": "a\0.txt"}, "lies outside the folder"),
        ],
    )
    def test_a_bad_line_is_named(self, folder: Path, line: object, said: str) -> None:
        (folder.parent / "secret.txt").write_text(TEXT, encoding="utf-8")
        with pytest.raises(InputError, match=said) as caught:
            named_in(manifest(folder, {"id": "ok", "file": "a.txt"}, line))
        assert caught.value.place.endswith("list.jsonl:2")
        assert caught.value.remedy

    def test_a_link_that_leads_out_is_refused(self, folder: Path) -> None:
        (folder.parent / "secret.txt").write_text(TEXT, encoding="utf-8")
        (folder / "link.txt").symlink_to(folder.parent / "secret.txt")
        with pytest.raises(InputError, match="lies outside"):
            named_in(manifest(folder, {"id": "x", "file": "link.txt"}))

    def test_a_list_that_cannot_be_read_is_said(self, tmp_path: Path) -> None:
        with pytest.raises(InputError, match="cannot be read"):
            named_in(tmp_path / "none.jsonl")
        (tmp_path / "bad.jsonl").write_bytes(b"\xff\xfe\xfd")
        with pytest.raises(InputError, match="cannot be read"):
            named_in(tmp_path / "bad.jsonl")


class TestReading:
    def test_nothing_is_lost_and_one_bad_file_stops_none(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(encoding, "LARGEST_BYTES", 1_000)
        (folder / "binary.txt").write_bytes(bytes(range(256)) * 3)
        (folder / "large.txt").write_text("a" * 2_000, encoding="utf-8")
        (folder / "empty.txt").write_bytes(b"")
        names = ["a.txt", "binary.txt", "gone.txt", "sub", "large.txt", "empty.txt", "sub/c.md"]
        named = named_in(manifest(folder, *({"id": name, "file": name} for name in names)))
        found = list(articles(named))
        assert [one.id for one in found] == names
        refused = {one.id: one.why for one in found if isinstance(one, Refused)}
        assert list(refused) == ["binary.txt", "gone.txt", "sub", "large.txt"]
        assert refused["gone.txt"] == "No such file or directory"
        assert refused["sub"] == "This is not a file"
        assert "more than the 1,000" in refused["large.txt"]

    @pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes of that kind here")
    def test_a_pipe_is_not_waited_for(self, tmp_path: Path) -> None:
        os.mkfifo(tmp_path / "pipe.txt")
        (found,) = articles([Named("p", tmp_path / "pipe.txt")])
        assert isinstance(found, Refused)
