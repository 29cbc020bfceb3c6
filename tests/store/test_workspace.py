from __future__ import annotations

import errno
import hashlib
import json
import os
import shutil
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from cliffhanger.errors import InputError, InternalError, WorkspaceError
from cliffhanger.store import versions as disk
from cliffhanger.store.configuration import DEFAULT_TOML, MARKER
from cliffhanger.store.versions import Payload, Version
from cliffhanger.store.workspace import Workspace

WAIT_S = 5.0
ROWS = pa.table({"title": ["Spinning Out", "GLOW"], "season": pa.array([1, 3], pa.int32()), "hours": [12.9e6, None]})
REFUSED = pa.table({"line": [7], "reason": ["rank is no number"]})


def payload(folder: Path, text: str, *, day: date = date(2024, 1, 9), parser: int = 1, rows: pa.Table = ROWS) -> Payload:
    folder.mkdir(exist_ok=True)
    raw = folder / f"{text}.tsv"
    raw.write_text(text)
    version = Version(
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        kind="weekly",
        name=raw.name,
        published_on=day,
        covers_until=date(2024, 1, 7),
        rows_total=rows.num_rows + REFUSED.num_rows,
        rows_kept=rows.num_rows,
        rows_refused=REFUSED.num_rows,
        parser=parser,
        source="https://example.org/all-weeks-global.tsv",
        retrieved_on=date(2024, 1, 10),
    )
    return Payload(version, raw, rows, REFUSED)


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return Workspace.create(tmp_path / "w")


def strays(workspace: Workspace) -> list[str]:
    names = {filed.folder for filed in disk.read_manifest(workspace.figures).versions}
    known = names | {disk.MANIFEST, ".lock", ".lock-holder"}
    return sorted(child.name for child in workspace.figures.iterdir() if child.name not in known)


class TestOpening:
    def test_a_missing_folder_is_refused_with_the_command_that_makes_one(self, tmp_path: Path) -> None:
        with pytest.raises(WorkspaceError, match=r"no such folder.*`cliffhanger pull netflix --workspace .*nowhere` makes"):
            Workspace.open(tmp_path / "nowhere")

    def test_a_folder_without_the_marker_is_refused(self, tmp_path: Path) -> None:
        with pytest.raises(WorkspaceError, match=r"no workspace: it has no cliffhanger.toml"):
            Workspace.open(tmp_path)

    def test_create_makes_the_folder_and_a_commented_configuration(self, tmp_path: Path) -> None:
        made = Workspace.create(tmp_path / "a" / "b")
        assert (made.path / MARKER).read_text() == DEFAULT_TOML
        assert made.config == Workspace.open(made.path).config
        assert made.config.sources.netflix.weekly_url is None
        assert made.versions() == ()
        assert sorted(child.name for child in made.path.iterdir()) == [MARKER]

    def test_create_leaves_a_configuration_that_is_there(self, tmp_path: Path) -> None:
        (tmp_path / MARKER).write_text('[fetch]\ncontact = "a@example.org"\n')
        assert Workspace.create(tmp_path).config.fetch.contact == "a@example.org"

    def test_every_commented_line_of_the_default_configuration_is_valid(self, tmp_path: Path) -> None:
        lines = [
            line.removeprefix("# ") if " = " in line or line.startswith("# [") else line for line in DEFAULT_TOML.splitlines()
        ]
        (tmp_path / MARKER).write_text("\n".join(lines))
        config = Workspace.open(tmp_path).config
        assert config.fetch.contact == "https://example.org/about"
        assert config.sources.netflix.reports["2031H1"].published_on == date(2031, 9, 18)

    @pytest.mark.parametrize("below", ["w", "w/deeper"])
    def test_a_path_under_a_file_is_a_workspace_error(self, tmp_path: Path, below: str) -> None:
        (tmp_path / "file").write_text("")
        with pytest.raises(WorkspaceError, match=r"cannot be made \(Not a directory\).*--workspace") as caught:
            Workspace.create(tmp_path / "file" / below)
        assert caught.value.place == str(tmp_path / "file" / below)

    def test_a_file_in_the_way_is_a_workspace_error(self, tmp_path: Path) -> None:
        (tmp_path / "file").write_text("")
        with pytest.raises(WorkspaceError, match="cannot be made"):
            Workspace.create(tmp_path / "file")

    @pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="needs /proc, a folder that even root cannot write")
    def test_a_folder_that_even_root_cannot_write_is_a_workspace_error(self) -> None:
        with pytest.raises(WorkspaceError, match=r"cannot be made .*; what was on file is still there"):
            Workspace.create(Path("/proc/cliffhanger"))


REPORT, ADDRESS, DAY = "[sources.netflix.reports", "url = 'https://x'", "published_on = 2024-09-19"


class TestConfiguration:
    @pytest.mark.parametrize(
        ("text", "message"),
        [
            ("[sources.netflx]", 'no key sources.netflx. Did you mean "netflix".*Allowed there: netflix[.]'),
            ("[fetch]\nagent = 'x'", "no key fetch.agent. Allowed there: contact[.]"),
            (f"{REPORT}.2024H1]\nulr = 'x'\n{ADDRESS}\n{DAY}", 'reports.2024H1.ulr. Did you mean "url"'),
            (f"{REPORT}.2024]\n{ADDRESS}\n{DAY}", 'reports.2024: must be a half-year such as "2024H1"'),
            (f"{REPORT}.2024H1]\n{ADDRESS}", "reports.2024H1.published_on: Field required"),
            ("[sources.netflix]\nweekly_url = 'file:///x'", "weekly_url: must be .* begins with https://"),
            ('[fetch]\ncontact = "a\\r\\nX-Other: b"', "contact: must be one line of ASCII"),
            ("[fetch]\ncontact = 3", "fetch.contact: Input should be a valid string"),
            ("fetch = 3", "fetch: Input should be a valid dictionary"),
            ("[claims]\nledgr = 'x'", 'no key claims.ledgr. Did you mean "ledger".*Allowed there: grades, ledger[.]'),
            ("[claims]\nledger = 'mysql://me@host/db'", r"claims.ledger: must be postgresql\+psycopg://USER@HOST/DATABASE, or"),
            ("[claims]\nledger = 'postgresql+asyncpg://host/db'", "claims.ledger: must be postgresql"),
            ("[claims]\nledger = 'sqlite:///claims.db'", "claims.ledger: must be .* the whole path of a file"),
            ("[claims]\nledger = 'sqlite://'", "claims.ledger: must be .* the whole path of a file"),
            ("[claims]\nledger = 3", "claims.ledger: Input should be a valid string"),
            ("[articles]\nhost = []", 'no key articles.host. Did you mean "hosts"'),
            ("[articles]\nhosts = 'www.example.org'", r"articles\.hosts: Input should be a valid tuple"),
            ("[articles]\nhosts = ['a.example', 'https://b.example']", r"articles\.hosts\.1: must be the name of a public host"),
            ("[articles]\nhosts = ['localhost']", "must be the name of a public host"),
            ("[articles]\nhosts = ['10.0.0.1']", "must be the name of a public host"),
            ("[articles]\nhosts = ['Paper.example']", "in small letters"),
            ("[articles]\nhosts = ['paper.example/x']", "without a path"),
            ("[articles]\nhosts = ['-a.example']", "must be the name of a public host"),
            ("[articles]\nhosts = ['*.example.org']", "must be the name of a public host"),
            ("[fetch\n", "no valid TOML: .*line 1"),
            ("[fetch]\n[fetch]\n", "no valid TOML: "),
        ],
    )
    def test_what_cannot_be_is_refused_with_file_key_and_what_can(self, tmp_path: Path, text: str, message: str) -> None:
        (tmp_path / MARKER).write_text(text)
        with pytest.raises(InputError, match=message) as caught:
            Workspace.open(tmp_path)
        assert caught.value.place == str(tmp_path / MARKER)
        assert caught.value.remedy

    def test_hosts_of_articles(self, tmp_path: Path) -> None:
        Workspace.create(tmp_path)
        assert Workspace.open(tmp_path).config.articles.hosts == ()
        (tmp_path / MARKER).write_text('[articles]\nhosts = ["www.example.org", "xn--bcher-kva.example"]\n', encoding="utf-8")
        assert Workspace.open(tmp_path).config.articles.hosts == ("www.example.org", "xn--bcher-kva.example")

    @pytest.mark.parametrize(
        "address",
        [
            "postgresql+psycopg://me:secret@db.example.org:5432/claims?sslmode=require",
            "postgresql://host/db",
            "postgres://host/db",
            "sqlite:////srv/my ledgers/claims.db",
            "sqlite:///C:/ledgers/claims.db",
        ],
    )
    def test_a_ledger_may_lie_elsewhere(self, tmp_path: Path, address: str) -> None:
        (tmp_path / MARKER).write_text(f'[claims]\nledger = "{address}"\n')
        assert Workspace.open(tmp_path).config.claims.ledger == address

    def test_the_ledger_lies_in_the_workspace_where_nothing_is_said(self, workspace: Workspace) -> None:
        assert workspace.config.claims.ledger is None

    def test_bytes_that_are_no_text_are_refused(self, tmp_path: Path) -> None:
        (tmp_path / MARKER).write_bytes(b"\xff\xfe\x00")
        with pytest.raises(InputError, match="no valid TOML"):
            Workspace.open(tmp_path)

    def test_a_byte_order_mark_is_no_error(self, tmp_path: Path) -> None:
        (tmp_path / MARKER).write_bytes(b"\xef\xbb\xbf[fetch]\ncontact = 'me'\n")
        assert Workspace.open(tmp_path).config.fetch.contact == "me"


class TestCommit:
    def test_what_was_committed_is_read_back_equal(self, workspace: Workspace, tmp_path: Path) -> None:
        one, two = payload(tmp_path / "in", "one", day=date(2024, 1, 16)), payload(tmp_path / "in", "two")
        receipt = workspace.commit([one, two], lock_timeout_s=WAIT_S)
        assert receipt.added == (one.version, two.version)
        assert (receipt.already, receipt.repaired) == ((), ())
        again = Workspace.open(workspace.path)
        assert again.versions() == (two.version, one.version), "by day of publication"
        assert again.rows(one.version).equals(ROWS, check_metadata=True)
        assert again.refused(one.version).equals(REFUSED)
        assert again.raw_path(one.version).read_text() == "one"
        assert strays(workspace) == []

    def test_the_layout_on_disk_is_the_documented_one(self, workspace: Workspace, tmp_path: Path) -> None:
        one = payload(tmp_path / "in", "one")
        workspace.commit([one], lock_timeout_s=WAIT_S)
        folder = workspace.figures / one.version.sha256
        assert sorted(child.name for child in folder.iterdir()) == [
            "raw.tsv",
            "refused.parquet",
            "rows.parquet",
        ]
        manifest = json.loads((workspace.figures / "manifest.json").read_text())
        assert manifest["format"] == 1
        assert manifest["versions"][0]["version"]["published_on"] == "2024-01-09"
        assert pq.read_table(folder / "rows.parquet").equals(ROWS)

    @pytest.mark.parametrize(("name", "raw"), [("a.TSV", "raw.tsv"), ("noend", "raw"), ("x.t/../y", "raw"), ("a.ü", "raw")])
    def test_a_name_never_leads_out_of_the_folder(self, workspace: Workspace, tmp_path: Path, name: str, raw: str) -> None:
        one = payload(tmp_path / "in", "one")
        one = replace(one, version=replace(one.version, name=name))
        workspace.commit([one], lock_timeout_s=WAIT_S)
        assert workspace.raw_path(one.version) == workspace.figures / one.version.sha256 / raw

    def test_a_file_on_file_is_skipped_and_its_first_day_stands(self, workspace: Workspace, tmp_path: Path) -> None:
        first = payload(tmp_path / "in", "one")
        workspace.commit([first], lock_timeout_s=WAIT_S)
        later = replace(first, version=replace(first.version, published_on=date(2024, 2, 1)))
        receipt = workspace.commit([later, payload(tmp_path / "in", "two")], lock_timeout_s=WAIT_S)
        assert [version.name for version in receipt.added] == ["two.tsv"]
        assert receipt.already[0].on_file == first.version
        assert receipt.already[0].offered.published_on == date(2024, 2, 1)
        assert first.version in workspace.versions()

    def test_the_same_file_twice_in_one_commit_counts_once(self, workspace: Workspace, tmp_path: Path) -> None:
        one = payload(tmp_path / "in", "one")
        receipt = workspace.commit([one, one], lock_timeout_s=WAIT_S)
        assert (receipt.added, len(receipt.already)) == ((one.version,), 1)

    def test_nothing_is_written_when_nothing_is_new(self, workspace: Workspace, tmp_path: Path) -> None:
        one = payload(tmp_path / "in", "one")
        workspace.commit([one], lock_timeout_s=WAIT_S)
        before = (workspace.figures / disk.MANIFEST).stat()
        workspace.commit([one], lock_timeout_s=WAIT_S)
        workspace.commit([], lock_timeout_s=WAIT_S)
        assert (workspace.figures / disk.MANIFEST).stat().st_mtime_ns == before.st_mtime_ns

    def test_all_or_nothing(self, workspace: Workspace, tmp_path: Path) -> None:
        good, changed = payload(tmp_path / "in", "one"), payload(tmp_path / "in", "two")
        changed.raw.write_text("other bytes")
        with pytest.raises(InputError, match="changed while it was being read"):
            workspace.commit([good, changed], lock_timeout_s=WAIT_S)
        assert workspace.versions() == ()
        assert strays(workspace) == []

    def test_a_record_that_disagrees_with_its_table_is_our_bug(self, workspace: Workspace, tmp_path: Path) -> None:
        wrong = replace(payload(tmp_path / "in", "one"), rows=ROWS.slice(1))
        with pytest.raises(InternalError, match="says 2 rows and 1 refused, the tables hold 1 and 1"):
            workspace.commit([wrong], lock_timeout_s=WAIT_S)
        with pytest.raises(InternalError, match=r"rows were lost: kept 2 \+ refused 1 is not 4"):
            replace(wrong.version, rows_total=4)

    def test_a_file_cannot_be_published_before_its_last_day(self, workspace: Workspace, tmp_path: Path) -> None:
        early = payload(tmp_path / "in", "one", day=date(2024, 1, 6))
        with pytest.raises(InputError, match="published on 2024-01-06, it cannot hold figures up to 2024-01-07"):
            workspace.commit([early], lock_timeout_s=WAIT_S)

    def test_a_vanished_raw_file_leaves_the_workspace_as_it_was(self, workspace: Workspace, tmp_path: Path) -> None:
        gone = payload(tmp_path / "in", "one")
        gone.raw.unlink()
        with pytest.raises(InputError, match=r"one.tsv: the file cannot be read \(No such file or directory\)"):
            workspace.commit([gone], lock_timeout_s=WAIT_S)
        assert workspace.versions() == ()


class TestDamage:
    @pytest.fixture
    def version(self, workspace: Workspace, tmp_path: Path) -> Version:
        one = payload(tmp_path / "in", "one")
        workspace.commit([one], lock_timeout_s=WAIT_S)
        return one.version

    def test_every_flipped_byte_of_the_rows_is_noticed(self, workspace: Workspace, version: Version) -> None:
        path = workspace.figures / version.sha256 / "rows.parquet"
        good = path.read_bytes()
        for at in range(len(good)):
            path.write_bytes(good[:at] + bytes([good[at] ^ 1]) + good[at + 1 :])
            with pytest.raises(WorkspaceError, match=r"rows.parquet: the file is damaged.*Pull it again"):
                workspace.rows(version)
        path.write_bytes(good)
        assert workspace.rows(version).equals(ROWS)

    @pytest.mark.parametrize("name", ["rows.parquet", "refused.parquet", "raw.tsv"])
    @pytest.mark.parametrize("damage", ["missing", "empty", "short"])
    def test_a_damaged_file_is_named_and_the_next_pull_mends_it(
        self, workspace: Workspace, version: Version, tmp_path: Path, name: str, damage: str
    ) -> None:
        path = workspace.figures / version.sha256 / name
        good = path.read_bytes()
        path.unlink()
        if damage != "missing":
            path.write_bytes(b"" if damage == "empty" else good[:-1])
        read = {
            "rows.parquet": workspace.rows,
            "refused.parquet": workspace.refused,
            "raw.tsv": workspace.raw_path,
        }[name]
        with pytest.raises(WorkspaceError, match=f"{name}: the file .*Pull it again"):
            read(version)
        offered = payload(tmp_path / "in", "one", day=date(2024, 3, 3))
        receipt = workspace.commit([offered], lock_timeout_s=WAIT_S)
        assert (receipt.added, receipt.already) == ((), ())
        assert receipt.repaired == (version,), "its first day stands"
        assert workspace.rows(version).equals(ROWS)
        assert workspace.raw_path(version).read_text() == "one"
        assert workspace.undo(lock_timeout_s=WAIT_S) == (version,), "mending is not a commit to undo"

    def test_a_page_without_its_checksum_is_noticed_even_under_a_right_digest(
        self, workspace: Workspace, version: Version
    ) -> None:
        path = workspace.figures / version.sha256 / "rows.parquet"
        content = bytearray(path.read_bytes())
        column = pq.ParquetFile(path).metadata.row_group(0).column(2)
        # The last byte of the column's chunk belongs to a data page.
        start = column.dictionary_page_offset or column.data_page_offset
        content[start + column.total_compressed_size - 1] ^= 0xFF
        path.write_bytes(content)
        manifest = workspace.figures / disk.MANIFEST
        found = json.loads(manifest.read_text())
        found["versions"][0]["rows_sha256"] = hashlib.sha256(content).hexdigest()
        manifest.write_text(json.dumps(found))
        with pytest.raises(WorkspaceError, match="a page does not have its checksum"):
            workspace.rows(version)

    @pytest.mark.parametrize(
        "content",
        [
            b"",
            b"{",
            b"[]",
            b"null",
            b"\xff\xfe",
            b'{"format": "one"}',
            b'{"format": 1, "versions": 3}',
            b'{"format": 1, "versions": [], "more": 1}',
        ],
    )
    def test_a_damaged_manifest_is_named_and_nothing_is_swept(
        self, workspace: Workspace, version: Version, tmp_path: Path, content: bytes
    ) -> None:
        (workspace.figures / disk.MANIFEST).write_bytes(content)
        for use in (
            workspace.versions,
            lambda: workspace.commit([payload(tmp_path / "in", "two")], lock_timeout_s=WAIT_S),
        ):
            with pytest.raises(WorkspaceError, match=r"manifest.json: the list of versions is damaged.*backup"):
                use()
        assert (workspace.figures / version.sha256).is_dir()

    @pytest.mark.parametrize("key", ["folder", "raw"])
    def test_a_manifest_that_leads_elsewhere_is_refused(self, workspace: Workspace, version: Version, key: str) -> None:
        manifest = workspace.figures / disk.MANIFEST
        found = json.loads(manifest.read_text())
        found["versions"][0][key] = "../../cliffhanger.toml"
        manifest.write_text(json.dumps(found))
        with pytest.raises(WorkspaceError, match="is damaged"):
            workspace.rows(version)

    def test_a_lost_manifest_is_no_empty_workspace(self, workspace: Workspace, version: Version) -> None:
        (workspace.figures / disk.MANIFEST).unlink()
        with pytest.raises(WorkspaceError, match="missing although versions lie beside it"):
            workspace.versions()
        with pytest.raises(WorkspaceError, match="missing although versions lie beside it"):
            workspace.undo(lock_timeout_s=WAIT_S)
        assert (workspace.figures / version.sha256).is_dir()

    def test_a_newer_format_asks_for_an_upgrade(self, workspace: Workspace) -> None:
        workspace.figures.mkdir(exist_ok=True)
        (workspace.figures / disk.MANIFEST).write_text('{"format": 2, "shelves": []}')
        with pytest.raises(WorkspaceError, match=r"newer cliffhanger \(format 2, this one knows 1\). Upgrade"):
            workspace.versions()


class TestReplaceRows:
    def test_a_newer_parser_exchanges_the_rows_and_keeps_the_facts(self, workspace: Workspace, tmp_path: Path) -> None:
        one = payload(tmp_path / "in", "one")
        workspace.commit([one], lock_timeout_s=WAIT_S)
        better = pa.concat_tables([ROWS, ROWS])
        newer = replace(
            one.version,
            parser=2,
            rows_kept=4,
            rows_total=5,
            published_on=date(2024, 5, 5),
            source="elsewhere",
        )
        stands = workspace.replace_rows(newer, better, REFUSED, lock_timeout_s=WAIT_S)
        assert stands == replace(one.version, parser=2, rows_kept=4, rows_total=5)
        assert workspace.versions() == (stands,)
        assert workspace.rows(one.version).equals(better)
        assert workspace.raw_path(one.version).read_text() == "one"
        assert workspace.undo(lock_timeout_s=WAIT_S) == (stands,), "undo means the commit, not the cache"

    def test_undo_of_a_later_commit_keeps_the_newer_rows(self, workspace: Workspace, tmp_path: Path) -> None:
        one, two = payload(tmp_path / "in", "one"), payload(tmp_path / "in", "two")
        workspace.commit([one], lock_timeout_s=WAIT_S)
        workspace.commit([two], lock_timeout_s=WAIT_S)
        stands = workspace.replace_rows(replace(one.version, parser=2), ROWS, REFUSED, lock_timeout_s=WAIT_S)
        workspace.undo(lock_timeout_s=WAIT_S)
        workspace.commit([], lock_timeout_s=WAIT_S)
        assert workspace.versions() == (stands,)
        assert workspace.rows(stands).equals(ROWS)
        assert strays(workspace) == []

    def test_a_version_that_is_not_on_file_is_refused(self, workspace: Workspace, tmp_path: Path) -> None:
        one = payload(tmp_path / "in", "one")
        with pytest.raises(WorkspaceError, match=r"is not on file.*pull it again"):
            workspace.replace_rows(one.version, ROWS, REFUSED, lock_timeout_s=WAIT_S)
        with pytest.raises(WorkspaceError, match="is not on file"):
            workspace.rows(one.version)

    def test_a_file_does_not_change_its_kind(self, workspace: Workspace, tmp_path: Path) -> None:
        one = payload(tmp_path / "in", "one")
        workspace.commit([one], lock_timeout_s=WAIT_S)
        with pytest.raises(InternalError, match="a weekly file cannot become halfyear"):
            workspace.replace_rows(replace(one.version, kind="halfyear"), ROWS, REFUSED, lock_timeout_s=WAIT_S)


class TestUndo:
    def test_undo_goes_back_one_commit_and_only_one(self, workspace: Workspace, tmp_path: Path) -> None:
        one, two = payload(tmp_path / "in", "one"), payload(tmp_path / "in", "two")
        workspace.commit([one], lock_timeout_s=WAIT_S)
        workspace.commit([two], lock_timeout_s=WAIT_S)
        assert workspace.undo(lock_timeout_s=WAIT_S) == (two.version,)
        assert workspace.versions() == (one.version,)
        with pytest.raises(WorkspaceError, match="nothing to undo: only the last pull can be taken back, and only once"):
            workspace.undo(lock_timeout_s=WAIT_S)
        assert workspace.commit([two], lock_timeout_s=WAIT_S).added == (two.version,)

    def test_the_first_commit_can_be_undone(self, workspace: Workspace, tmp_path: Path) -> None:
        one = payload(tmp_path / "in", "one")
        workspace.commit([one], lock_timeout_s=WAIT_S)
        assert workspace.undo(lock_timeout_s=WAIT_S) == (one.version,)
        assert workspace.versions() == ()
        workspace.commit([], lock_timeout_s=WAIT_S)
        assert strays(workspace) == []

    def test_an_empty_workspace_has_nothing_to_undo(self, workspace: Workspace) -> None:
        with pytest.raises(WorkspaceError, match="nothing to undo"):
            workspace.undo(lock_timeout_s=WAIT_S)

    def test_a_pull_that_brought_nothing_new_is_not_what_undo_means(self, workspace: Workspace, tmp_path: Path) -> None:
        one, two = payload(tmp_path / "in", "one"), payload(tmp_path / "in", "two")
        workspace.commit([one], lock_timeout_s=WAIT_S)
        workspace.commit([two], lock_timeout_s=WAIT_S)
        workspace.commit([one, two], lock_timeout_s=WAIT_S)
        assert workspace.undo(lock_timeout_s=WAIT_S) == (two.version,)


class TestStrays:
    def test_only_our_own_strays_are_swept(self, workspace: Workspace, tmp_path: Path) -> None:
        workspace.commit([payload(tmp_path / "in", "one")], lock_timeout_s=WAIT_S)
        for name in (".incoming-1-abc", "f" * 64, "e" * 64 + "-2"):
            (workspace.figures / name).mkdir()
            (workspace.figures / name / "half").write_text("x")
        (workspace.figures / ".manifest.json.77.tmp").write_text("half")
        (workspace.figures / "notes.txt").write_text("the user's")
        (workspace.figures / "my folder").mkdir()
        workspace.commit([], lock_timeout_s=WAIT_S)
        assert strays(workspace) == ["my folder", "notes.txt"]


HOLD_THE_LOCK = """
import sys
from pathlib import Path
from cliffhanger.store.workspace import Workspace
with Workspace.open(Path(sys.argv[1]))._writing(0.0):
    print("held", flush=True)
    sys.stdin.read()
"""


class TestLock:
    @pytest.fixture
    def held(self, workspace: Workspace) -> Iterator[subprocess.Popen[str]]:
        arguments = [sys.executable, "-c", HOLD_THE_LOCK, str(workspace.path)]
        with subprocess.Popen(arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as child:
            assert child.stdout is not None
            assert child.stdout.readline() == "held\n"
            yield child
            child.kill()

    def test_a_second_writer_waits_and_is_told_who_writes(self, workspace: Workspace, held: subprocess.Popen[str]) -> None:
        who = rf"\(process {held.pid} on .*\) is writing .*waited 0.2 s"
        with pytest.raises(WorkspaceError, match=who) as caught:
            workspace.commit([], lock_timeout_s=0.2)
        assert "when that one has ended" in str(caught.value)
        assert workspace.versions() == (), "reading does not wait"

    def test_a_killed_writer_holds_nothing(self, workspace: Workspace, held: subprocess.Popen[str]) -> None:
        held.kill()
        held.wait(60)
        workspace.commit([], lock_timeout_s=WAIT_S)
        assert strays(workspace) == []

    def test_writers_at_once_all_get_their_versions_in(self, workspace: Workspace) -> None:
        script = textwrap.dedent(
            """
            import sys
            from pathlib import Path
            sys.path.insert(0, sys.argv[1])
            import test_workspace as t
            w = t.Workspace.open(Path(sys.argv[2]))
            for number in range(3):
                one = t.payload(w.path.parent / sys.argv[3], f"{sys.argv[3]}-{number}")
                w.commit([one], lock_timeout_s=60)
            """
        )
        fixed = [sys.executable, "-c", script, str(Path(__file__).parent), str(workspace.path)]
        writers = [subprocess.Popen([*fixed, name]) for name in ("a", "b", "c")]
        assert [writer.wait(120) for writer in writers] == [0, 0, 0]
        assert len(workspace.versions()) == 9
        assert all(workspace.rows(version).equals(ROWS) for version in workspace.versions())
        assert strays(workspace) == []


class TestDiskTrouble:
    @pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EACCES, errno.EIO, errno.EDQUOT])
    @pytest.mark.parametrize("call", ["fsync", "mkdir", "rename", "replace"])
    def test_whatever_the_disk_says_the_old_state_stands(
        self, workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, number: int
    ) -> None:
        one, two = payload(tmp_path / "in", "one"), payload(tmp_path / "in", "two")
        workspace.commit([one], lock_timeout_s=WAIT_S)

        def fail(*_: object, **__: object) -> None:
            raise OSError(number, os.strerror(number))

        with monkeypatch.context() as patch:
            patch.setattr(os, call, fail)
            with pytest.raises(WorkspaceError, match=r"cannot be written .*; what was on file is still there") as caught:
                workspace.commit([two], lock_timeout_s=WAIT_S)
        assert caught.value.place == str(workspace.path)
        assert ("Free some space" in str(caught.value)) == (number in {errno.ENOSPC, errno.EDQUOT})
        assert workspace.versions() == (one.version,)
        assert strays(workspace) == []
        workspace.commit([two], lock_timeout_s=WAIT_S)
        assert set(workspace.versions()) == {one.version, two.version}

    def test_a_real_limit_on_file_size_is_a_workspace_error(self, workspace: Workspace, tmp_path: Path) -> None:
        resource = pytest.importorskip("resource", reason="limits on file size exist on Unix only")
        script = textwrap.dedent(
            f"""
            import resource, sys
            from pathlib import Path
            sys.path.insert(0, sys.argv[1])
            import test_workspace as t
            p = t.payload(Path(sys.argv[3]), "one")
            resource.setrlimit(resource.RLIMIT_FSIZE, (600, {resource.RLIM_INFINITY}))
            try:
                t.Workspace.open(Path(sys.argv[2])).commit([p], lock_timeout_s=5)
            except t.WorkspaceError as error:
                print(error)
            """
        )
        arguments = [
            sys.executable,
            "-c",
            script,
            str(Path(__file__).parent),
            str(workspace.path),
            str(tmp_path / "in"),
        ]
        done = subprocess.run(arguments, capture_output=True, text=True, check=True)
        assert "cannot be written (File too large)" in done.stdout
        assert workspace.versions() == ()
        assert strays(workspace) == []

    def test_everything_is_on_the_disk_before_the_manifest_names_it(
        self, workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        if not Path("/proc/self/fd").is_dir():
            pytest.skip("needs /proc to tell which file a descriptor is")
        one = payload(tmp_path / "in", "one")
        workspace.commit([], lock_timeout_s=WAIT_S)
        steps: list[str] = []
        fsync, rename, replaced = os.fsync, os.rename, os.replace

        def seen_fsync(descriptor: int) -> None:
            steps.append(f"sync {Path(f'/proc/self/fd/{descriptor}').readlink().name}")
            fsync(descriptor)

        def seen_rename(source: Path, target: Path) -> None:
            steps.append(f"rename {Path(target).name}")
            rename(source, target)

        def seen_replace(source: Path, target: Path) -> None:
            steps.append(f"replace {Path(target).name}")
            replaced(source, target)

        monkeypatch.setattr(os, "fsync", seen_fsync)
        monkeypatch.setattr(os, "rename", seen_rename)
        monkeypatch.setattr(os, "replace", seen_replace)
        workspace.commit([one], lock_timeout_s=WAIT_S)
        sha256 = one.version.sha256
        assert steps == [
            "sync raw.tsv",
            "sync rows.parquet",
            "sync refused.parquet",
            f"sync {sha256}",
            f"rename {sha256}",
            "sync figures",
            f"sync .manifest.json.{os.getpid()}.tmp",
            "replace manifest.json",
            "sync figures",
        ]


def test_a_read_only_copy_is_readable(workspace: Workspace, tmp_path: Path) -> None:
    one = payload(tmp_path / "in", "one")
    workspace.commit([one], lock_timeout_s=WAIT_S)
    copy = tmp_path / "copy"
    shutil.copytree(workspace.path, copy)
    (copy / "figures" / ".lock").unlink()
    before = sorted(str(path) for path in copy.rglob("*"))
    assert Workspace.open(copy).rows(one.version).equals(ROWS)
    assert sorted(str(path) for path in copy.rglob("*")) == before, "reading writes nothing"
