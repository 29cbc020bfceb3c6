"""Which title of a log is meant: by its title_id, by the name that viewers see, or by another of its names."""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence

from cliffhanger.errors import NotFoundError, UsageError


def title_of(
    names: Mapping[str, tuple[str, ...]], aliases: Mapping[str, Sequence[str]], titles: Sequence[str], series: str
) -> str:
    """The title_id of a series.

    A title_id goes before a name, and the name that viewers see before other names.

    Parameters
    ----------
    names, aliases
        The name that viewers see (with genre and language) and the other names, by title_id.
    titles
        Those that the log has.

    Raises
    ------
    NotFoundError
        The log has no such series; carries the nearest names.
    UsageError
        Several have the name.
    """
    if series in titles:
        return series
    shown = [(names[title][0], title) for title in titles if title in names]
    others = [(alias, title) for title in titles for alias in aliases.get(title, ())]
    for known in (shown, others):
        meant = sorted({title for name, title in known if _folded(name) == _folded(series)})
        if len(meant) > 1:
            problem = f'"{series}" is the name of {", ".join(meant[:-1])} and of {meant[-1]}'
            raise UsageError(problem, remedy=f"Name one by its title_id, such as {meant[0]}")
        if meant:
            return meant[0]
    near = difflib.get_close_matches(series, list(dict.fromkeys([*(name for name, _ in [*shown, *others]), *titles])), n=3)
    raise NotFoundError(f'the log has no series "{series}"', suggestions=near, remedy="Give its name or its title_id")


def _folded(name: str) -> str:
    return name.casefold().strip()
