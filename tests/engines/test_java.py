"""Which Java is taken, and what is said where none fits."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from cliffhanger.engines.java import java_home, java_named
from cliffhanger.errors import EngineError


def java(home: Path, version: str) -> Path:
    """A folder that looks like a Java."""
    (home / "bin").mkdir(parents=True)
    (home / "bin" / "java").touch(mode=0o755)
    (home / "release").write_text(f'IMPLEMENTOR="Debian"\nJAVA_VERSION="{version}"\n')
    return home


def test_the_named_java_is_taken(tmp_path: Path) -> None:
    named = java(tmp_path / "mine", "21.0.4")
    java(tmp_path / "jvm" / "a", "17.0.1")
    assert java_home({"JAVA_HOME": str(named)}, (tmp_path / "jvm",)) == named


@pytest.mark.parametrize(("version", "says"), [("25.0.1", "it is Java 25"), ("1.8.0_392", "it is Java 1,")])
def test_a_named_java_of_another_version_is_refused(tmp_path: Path, version: str, says: str) -> None:
    named = java(tmp_path / "mine", version)
    java(tmp_path / "jvm" / "a", "17.0.1")
    with pytest.raises(EngineError, match=says) as refused:
        java_home({"JAVA_HOME": str(named)}, (tmp_path / "jvm",))
    assert refused.value.exit_code == 7
    assert str(named) in str(refused.value)


def test_a_name_without_a_java_behind_it_is_refused(tmp_path: Path) -> None:
    with pytest.raises(EngineError, match="no Java in that folder"):
        java_home({"JAVA_HOME": str(tmp_path)}, ())


def test_a_17_is_found_behind_a_newer_one_on_the_path(tmp_path: Path) -> None:
    newer = java(tmp_path / "newer", "25")
    java(tmp_path / "jvm" / "a-21", "21.0.1")
    fits = java(tmp_path / "jvm" / "b-17", "17.0.12")
    assert java_home({"PATH": str(newer / "bin")}, (tmp_path / "jvm",)) == fits


def test_a_21_is_taken_where_there_is_no_17(tmp_path: Path) -> None:
    fits = java(tmp_path / "on-path", "21.0.1")
    java(tmp_path / "jvm" / "a", "25")
    assert java_home({"PATH": str(fits / "bin")}, (tmp_path / "jvm",)) == fits


def test_where_none_fits_it_says_what_is_there_and_what_to_install(tmp_path: Path) -> None:
    java(tmp_path / "jvm" / "a", "25")
    (tmp_path / "jvm" / "no-release" / "bin").mkdir(parents=True)
    (tmp_path / "jvm" / "no-release" / "bin" / "java").touch()
    with pytest.raises(EngineError, match=r"needs Java 17 or 21.*there is Java 25.*openjdk-17-jre-headless"):
        java_home({"PATH": str(tmp_path)}, (tmp_path / "jvm",))


def test_the_variable_is_as_it_was_afterwards(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("JAVA_HOME", raising=False)
    with java_named(tmp_path):
        assert os.environ["JAVA_HOME"] == str(tmp_path)
    assert "JAVA_HOME" not in os.environ
    monkeypatch.setenv("JAVA_HOME", "before")
    with pytest.raises(ZeroDivisionError), java_named(tmp_path):
        raise ZeroDivisionError
    assert os.environ["JAVA_HOME"] == "before"
