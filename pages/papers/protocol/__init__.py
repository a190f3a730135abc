"""What is said of a consultation as a whole: its protocol, its paragraph."""

from .document import Fact, Protocol, Section, Tally
from .paragraph import paragraph_of
from .sections import protocol_of

__all__ = ["Fact", "Protocol", "Section", "Tally", "paragraph_of", "protocol_of"]
