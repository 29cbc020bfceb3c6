"""The public surface, name by name: to add or lose one is a decision, and goes into CHANGELOG.md."""

from __future__ import annotations

import types

import cliffhanger

PINNED: tuple[str, ...] = ("__version__",)
CEILING = 12


def test_exported_names_are_pinned():
    assert tuple(sorted(getattr(cliffhanger, "__all__", ()))) == PINNED


def test_surface_stays_small():
    assert len(PINNED) <= CEILING


def test_every_exported_name_is_there():
    missing = [name for name in PINNED if not hasattr(cliffhanger, name)]
    assert missing == []


def test_nothing_else_is_public():
    """Submodules aside: Python sets those as attributes once they are imported."""
    public = {
        name
        for name, value in vars(cliffhanger).items()
        if not name.startswith("_") and not isinstance(value, types.ModuleType) and name != "annotations"
    }
    assert public - set(PINNED) == set()
