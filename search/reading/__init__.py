"""The text of a document's file, for the index; pure, without Django.

What a file is, its content says. Whatever can be made to cost much (PDF, packages, RTF)
is read by a child process with a limit of time and of memory.
"""

from .limits import LIMITS, Limits, UnreadableError
from .opening import READABLE, read_text

__all__ = ["LIMITS", "READABLE", "Limits", "UnreadableError", "read_text"]
