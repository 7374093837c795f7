"""Profiles: by name, as documents, as values."""

from __future__ import annotations

from collections.abc import Mapping
from os import PathLike
from typing import TYPE_CHECKING, Any

from . import _okrkit
from ._value import Number, Value
from ._verb import call

if TYPE_CHECKING:
    from typing import Self

__all__ = ["_Profile"]


class _Profile(Value):
    """What a profile can do beside being a value."""

    __slots__ = ()

    @staticmethod
    def names() -> tuple[str, ...]:
        """The names of the profiles that okrkit brings, ``default`` first.

        Example:
            >>> okrkit.Profile.names()[:4]
            ('default', 'google', 'viva', 'quantive')
        """
        return tuple(_okrkit.profile_names())

    @classmethod
    def all(cls) -> dict[str, Self]:
        """The profiles that okrkit brings, by name.

        Example:
            >>> len(okrkit.Profile.all())
            16
        """
        return {name: cls.named(name) for name in cls.names()}

    def grade_of(self, score: Number) -> float:
        """The grade of a score: rounded half up to the profile's decimals.

        Args:
            score: From 0 to 1.

        Example:
            >>> okrkit.Profile.named("default").grade_of(0.65)
            0.7
        """
        found: float = call("profile.grade_of", profile=self, score=score).json
        return found

    def band_of(self, grade: Number) -> str | None:
        """The band of a grade: the last one it reaches.

        Args:
            grade: From 0 to 1.

        Example:
            >>> okrkit.Profile.named("default").band_of(0.7)
            'green'
        """
        found: str | None = call("profile.band_of", profile=self, grade=grade).json
        return found

    @classmethod
    def named(cls, name: str) -> Self:
        """A profile that okrkit brings, in full.

        Args:
            name: One of ``Profile.names()``.

        Raises:
            OkrError: ``profile.unknown`` where there is none of that name.

        Example:
            >>> okrkit.Profile.named("viva").achieve_running
            False
        """
        return cls.read(name)

    @classmethod
    def read(cls, profile: str | bytes | Mapping[str, Any] | PathLike[str]) -> Self:
        """Reads a profile.

        Args:
            profile: A name, JSON text or bytes, a document as plain objects, or a path. A document may ``extend`` a named profile
                and then says only what differs.

        Raises:
            OkrError: With every problem of the document at once.

        Example:
            >>> ours = okrkit.Profile.read({"okrkit_profile": 1, "id": "ours", "extends": "viva", "missing": "zero"})
            >>> ours.missing, ours.achieve_running
            (<Missing.ZERO: 'zero'>, False)
        """
        if isinstance(profile, PathLike):
            from pathlib import Path

            profile = Path(profile).read_bytes()
        return super().from_dict(_okrkit.profile(profile))

    @classmethod
    def from_dict(cls, document: Mapping[str, Any]) -> Self:
        """The profile in a document; as ``read``."""
        return cls.read(document)
