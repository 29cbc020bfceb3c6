"""What is given with a question: numbers and intervals, with k, M or bn behind them; and options that have no effect."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from inspect import signature

from cliffhanger.errors import UsageError

SCALES = {"k": 1e3, "m": 1e6, "b": 1e9, "bn": 1e9}
Ends = tuple[float, float, float]


def assumed(pairs: list[str]) -> dict[str, Ends]:
    """Read ``name=value`` pairs.

    Raises
    ------
    UsageError
        One is none, or a name is given twice.
    """
    found: dict[str, Ends] = {}
    for pair in pairs:
        name, given, value = pair.partition("=")
        if not given:
            raise UsageError(f'"{pair}" is no assumption', place="--assume", remedy="Write it as name=value or name=low:high")
        name = name.strip()
        if name in found:
            raise UsageError(f"{name} is given twice", place="--assume", remedy="Give each assumption one value")
        found[name] = ends(value, f"--assume {name}")
    return found


def ends(text: str, place: str) -> Ends:
    """Read ``0.1``, ``0.05:0.15`` or ``0.05:0.1:0.15``, each with k, M or bn behind it."""
    numbers = [number(part, place) for part in text.split(":")]
    if len(numbers) == 1:
        return numbers[0], numbers[0], numbers[0]
    if len(numbers) == 2:
        return numbers[0], (numbers[0] + numbers[1]) / 2, numbers[1]
    if len(numbers) == 3:
        return numbers[0], numbers[1], numbers[2]
    raise UsageError(f'"{text}" has more than three numbers', place=place, remedy="Write low:high or low:middle:high")


def changed(command: Callable[..., None], values: Mapping[str, object]) -> set[str]:
    """Names of the parameters of a command whose values are not their defaults."""
    defaults = {name: parameter.default for name, parameter in signature(command).parameters.items()}
    return {name for name, value in values.items() if name in defaults and value != defaults[name]}


def refuse(given: Collection[str], *, because: str, place: str) -> None:
    """Refuse parameters that would have no effect.

    Raises
    ------
    UsageError
        There are some.
    """
    if not given:
        return
    names = " and ".join(name.upper() if name == "series" else f"--{name.replace('_', '-')}" for name in sorted(given))
    have = "has" if len(given) == 1 else "have"
    raise UsageError(f"{because}: {names} {have} no effect", place=place, remedy=f"Leave out {names}")


def number(text: str, place: str) -> float:
    """Read one number, with k, M or bn behind it.

    Raises
    ------
    UsageError
        It is none.
    """
    bare = text.strip().replace(",", "").lower()
    scale = next((s for s in ("bn", "b", "m", "k") if bare.endswith(s)), "")
    try:
        return float(bare.removesuffix(scale)) * SCALES.get(scale, 1.0)
    except ValueError as error:
        raise UsageError(f'"{text}" is no number', place=place, remedy="Write it as 0.10, 600k, 6M or 1.2bn") from error
