"""The words of what is published, which a mistyped word is compared with."""

from .comparing import forget, is_known, nearest
from .counting import is_word, learn, rebuild

__all__ = ["forget", "is_known", "is_word", "learn", "nearest", "rebuild"]
