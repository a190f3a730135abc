"""What other rooms keep of those who spoke, erased together with a consultation's."""

from collections.abc import Callable

from pages.comments.models import Consultation, PublicComment

# Takes a consultation whose contact data are to go, and whether this is a dry run,
# which writes nothing; returns how many things it erased, or would. It is called
# every night again: what is gone counts no more.
Eraser = Callable[[Consultation, bool], int]

# Takes a comment whose contact data are erased, in the same transaction: a room that
# keeps the same data elsewhere erases them too.
Follower = Callable[[PublicComment], None]
# Takes whether this is a dry run; forgets what a room keeps for some days only.
Forgetter = Callable[[bool], int]

_erasers: list[Eraser] = []
_forgetters: list[Forgetter] = []
_followers: list[Follower] = []


def register(eraser: Eraser) -> Eraser:
    """Let a room erase what it keeps, on the day that a consultation names."""
    if eraser not in _erasers:
        _erasers.append(eraser)
    return eraser


def register_follower(follower: Follower) -> None:
    """Let a room erase what it keeps of a comment's author, together with it."""
    if follower not in _followers:
        _followers.append(follower)


def tell_followers(comment: PublicComment) -> None:
    """Tell other rooms that a comment's contact data are erased."""
    for follower in _followers:
        follower(comment)


def erasers() -> tuple[Eraser, ...]:
    """Return what erases in other rooms."""
    return tuple(_erasers)


def register_nightly(forgetter: Forgetter) -> Forgetter:
    """Let a room forget what is over each night, whatever day a consultation names."""
    if forgetter not in _forgetters:
        _forgetters.append(forgetter)
    return forgetter


def forgetters() -> tuple[Forgetter, ...]:
    """Return what forgets in other rooms each night."""
    return tuple(_forgetters)
