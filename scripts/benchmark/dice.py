"""Throws that come out the same on every machine and under every Python: SHAKE-128 of a seed and a counter.

`random` promises that of nothing but `random()`, and floating point of little. All that is made here is whole numbers.
"""

import struct
from collections.abc import Iterator, Mapping, Sequence
from hashlib import shake_128
from itertools import chain, count, islice
from typing import TypeVar

T = TypeVar("T")

_BLOCK = struct.Struct("<512I")


class Dice:
    """A stream of throws of its own for each seed, so that what one record throws moves no other record."""

    def __init__(self, *seed: object) -> None:
        name = "/".join(map(str, seed))
        self._numbers = chain.from_iterable(_block(f"{name}/{number}") for number in count())

    def numbers(self, count: int) -> Iterator[int]:
        """That many whole numbers of 32 bits."""
        return islice(self._numbers, count)

    def below(self, limit: int) -> int:
        """A whole number from 0 on, below `limit`."""
        return next(self._numbers) % limit

    def between(self, lowest: int, highest: int) -> int:
        """A whole number from `lowest` to `highest`, both included."""
        return lowest + self.below(highest - lowest + 1)

    def chance(self, percent: int) -> bool:
        """True in so many of a hundred cases."""
        return self.below(100) < percent

    def pick(self, options: Sequence[T]) -> T:
        """One of the options."""
        return options[self.below(len(options))]

    def weighted(self, options: Mapping[T, int]) -> T:
        """One of the options, each as often as its weight says."""
        throw = self.below(sum(options.values()))
        for option, weight in options.items():
            throw -= weight
            if throw < 0:
                return option
        raise AssertionError("a throw is below the sum of the weights")

    def shuffled(self, options: Sequence[T]) -> list[T]:
        """The options in another order."""
        result = list(options)
        for last in range(len(result) - 1, 0, -1):
            other = self.below(last + 1)
            result[last], result[other] = result[other], result[last]
        return result

    def spread(self, points: Sequence[tuple[int, int]]) -> int:
        """A number spread as `points` say: pairs of a part in a thousand and the number that so many are below."""
        throw = self.below(1000)
        for (low, first), (high, last) in zip(points, points[1:], strict=False):
            if throw < high:
                return first + (last - first) * (throw - low) // (high - low)
        return points[-1][1]


def _block(name: str) -> tuple[int, ...]:
    return _BLOCK.unpack(shake_128(name.encode()).digest(_BLOCK.size))
