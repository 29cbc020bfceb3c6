"""Counter-based random draws: a draw is a function of (seed, household, purpose, what, when) and of nothing else.

So a replay in which one season is missing meets the same chances everywhere else, and neither threads, chunks nor the number
of households move a draw. The mixer is the finaliser of SplitMix64 (Steele, Lea and Flood 2014, doi:10.1145/2660193.2660195).
"""

from __future__ import annotations

import math

import numpy as np

from cliffhanger.world.compiled import compiled

_GOLDEN = np.uint64(0x9E3779B97F4A7C15)
_FIRST = np.uint64(0xBF58476D1CE4E5B9)
_SECOND = np.uint64(0x94D049BB133111EB)
_WHAT = np.uint64(0xD6E8FEB86659FD93)
_WHEN = np.uint64(0xA0761D6478BD642F)
_S30, _S27, _S31, _S11 = np.uint64(30), np.uint64(27), np.uint64(31), np.uint64(11)
_S32, _S16, _LOW16, _LOW32 = np.uint64(32), np.uint64(16), np.uint64(0xFFFF), np.uint64(0xFFFFFFFF)

# Purposes: what a draw is for. New ones go to the end, else every world changes.
(
    TERRITORY,
    PLAN,
    PROFILES,
    ACTIVITY,
    LOYALTY,
    TALK,
    MEMBER,
    TENURE,
    ORGANIC,
    TASTE,
    HEAR,
    DELAY,
    ENJOY,
    ENJOY_SEASON,
    LOOK,
    PULL,
    ENTRY,
    PAST,
    START_AT,
    RETURN,
    CARRY_ON,
    EVENING,
    LEISURE,
    CLOCK,
    WHIM,
    QUIT,
    SIT,
    PROFILE,
    ROW,
    REWATCH,
    STAY,
    LAPSE,
    TRAVEL,
    COPY,
) = range(1, 35)


@compiled
def mix(word: np.uint64) -> np.uint64:
    """Scramble 64 bits, one to one."""
    word = (word ^ (word >> _S30)) * _FIRST
    word = (word ^ (word >> _S27)) * _SECOND
    return word ^ (word >> _S31)


@compiled
def household_key(seed: int, household: int) -> np.uint64:
    """The key of all draws of one household."""
    return mix(mix(np.uint64(seed) + _GOLDEN) ^ (np.uint64(household) * _GOLDEN + _WHAT))


@compiled
def word_of(key: np.uint64, purpose: int, what: int, when: int) -> np.uint64:
    """64 random bits."""
    return mix(key ^ mix(np.uint64(purpose) * _GOLDEN + np.uint64(what) * _WHAT + np.uint64(when) * _WHEN))


@compiled
def uniform(key: np.uint64, purpose: int, what: int, when: int) -> float:
    """Evenly between 0 and 1, never 0."""
    return (float(word_of(key, purpose, what, when) >> _S11) + 0.5) * 1.1102230246251565e-16


@compiled
def high(word: np.uint64) -> float:
    """The upper half of a word, evenly between 0 and 1, never 0."""
    return (float(word >> _S32) + 0.5) * 2.3283064365386963e-10


@compiled
def low(word: np.uint64) -> float:
    """The lower half of a word, evenly between 0 and 1, never 0."""
    return (float(word & _LOW32) + 0.5) * 2.3283064365386963e-10


@compiled
def bell(word: np.uint64) -> float:
    """About standard normal, within 3.5: the sum of four sixteenths of a word. Cheap, for what has no tail to speak of."""
    total = (word & _LOW16) + ((word >> _S16) & _LOW16) + ((word >> _S32) & _LOW16) + (word >> np.uint64(48))
    return (float(total) / 65536.0 - 1.99996948) * 1.7320508075688772


@compiled
def normal(key: np.uint64, purpose: int, what: int, when: int) -> float:
    """Standard normal, tails and all (Box and Muller 1958)."""
    word = word_of(key, purpose, what, when)
    return math.sqrt(-2.0 * math.log(high(word))) * math.cos(2.0 * math.pi * low(word))
