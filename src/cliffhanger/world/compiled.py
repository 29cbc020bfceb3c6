"""How kernels are compiled: without the interpreter's lock, and kept between runs only where that cannot go stale."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from typing import Any, TypeVar

import numba
import numpy as np
from numba import types
from numba.core import cgutils
from numba.extending import intrinsic

F = TypeVar("F", bound=Callable[..., object])
_SEEN: list[int] = []


def compiled(function: F) -> F:
    """A function that kernels call. It is not kept on its own: the kernels that are kept hold it."""
    _SEEN.append(_digest(function))
    return numba.njit(nogil=True, error_model="numpy")(function)


def inlined(function: F) -> F:
    """A small function that is called from inner loops: it becomes part of its callers.

    A shelf is passed as some two hundred words; a call that is not inlined spends its time on copying them.
    """
    _SEEN.append(_digest(function))
    return numba.njit(nogil=True, error_model="numpy", inline="always")(function)


def kept(make: Callable[[int], F]) -> F:
    """A kernel that is kept between runs.

    Numba notices a change in the file of a kept kernel, not in the files of what it calls. So the kernel closes over a
    digest of every function compiled before it; closures are part of the key under which it is kept.
    """
    digest = 0
    for one in _SEEN:
        digest = (digest * 1_000_003 + one) & 0x7FFF_FFFF_FFFF
    return numba.njit(nogil=True, cache=True, error_model="numpy")(make(digest))


def _digest(function: Callable[..., object]) -> int:
    code = function.__code__  # type: ignore[attr-defined]
    constants = [(name, function.__globals__.get(name)) for name in code.co_names]  # type: ignore[attr-defined]
    numbers = [(name, str(value)) for name, value in constants if isinstance(value, (int, float, np.generic))]
    return zlib.crc32(code.co_code + repr((code.co_consts, code.co_names, numbers)).encode())


@intrinsic  # type: ignore[misc]
def lent(_context: Any, arrays: Any) -> Any:
    """The same tuple of arrays, uncounted: whoever called the kernel keeps them alive.

    Numba counts references to every array of a tuple at every call; that took three quarters of the time.
    """

    def generate(context: Any, builder: Any, signature: Any, values: Any) -> Any:
        (kind,), (value,) = signature.args, values
        for place, each in enumerate(kind):
            if isinstance(each, types.Array):
                array = context.make_array(each)(context, builder, builder.extract_value(value, place))
                array.meminfo = cgutils.get_null_value(array.meminfo.type)
                array.parent = cgutils.get_null_value(array.parent.type)
                value = builder.insert_value(value, array._getvalue(), place)  # noqa: SLF001  # numba's own way
        return value

    return arrays(arrays), generate
