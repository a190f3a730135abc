"""From the lines of a file to one line of text that can be searched and shown."""

import re
import unicodedata

_LIGATURES = re.compile("[\ufb00-\ufb06]")
_SOFT_LINE_ENDS = re.compile(r"\u00ad[^\S\n]*\n\s*")
# Marks that only tell where a line may be broken, and marks of byte order.
_UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff]")
# Controls, halves of letters, and letters that mean something in one font only.
_NOT_TEXT = re.compile(
    "[\0-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ue000-\uf8ff\ufffe\uffff]"
)

# „biało-⏎-czerwony”: a hyphen that is repeated belongs to the word.
_REPEATED = re.compile(r"(?<=\w)[-\u2010][^\S\n]*\n\s*[-\u2010](?=\w)")
_BROKEN = re.compile(r"([^\W_]+)[-\u2010][^\S\n]*\n\s*([^\W_]+)")
_COMPOUND = re.compile(r"([^\W\d_]+)[-\u2010](?=[^\W\d_])")
# First parts of compound adjectives: „społeczno-gospodarczy”, „sportowo-rekreacyjny”.
_FIRST_PART = re.compile(r".{3,}(?:aln|czn|[ij]jn|ck|sk|ow|yjn)o", re.IGNORECASE)
_SHORTEST_ADJECTIVE = 5


def clean(text: str, *, has_broken_lines: bool = False) -> str:
    """Return the text in NFC on one line, with single spaces.

    With `has_broken_lines`, words that were broken at the end of a line are joined.
    """
    text = _LIGATURES.sub(lambda match: unicodedata.normalize("NFKC", match[0]), text)
    text = _UNSEEN.sub("", _SOFT_LINE_ENDS.sub("", text))
    text = unicodedata.normalize("NFC", _NOT_TEXT.sub(" ", text))
    if has_broken_lines:
        text = _join(text)
    return " ".join(text.split())


def _join(text: str) -> str:
    compounds = {match[1].lower() for match in _COMPOUND.finditer(text)}

    def joined(match: re.Match[str]) -> str:
        first, second = match.groups()
        has_hyphen = first.lower() in compounds or _is_compound(first, second)
        return f"{first}-{second}" if has_hyphen else first + second

    return _BROKEN.sub(joined, _REPEATED.sub("-", text))


def _is_compound(first: str, second: str) -> bool:
    """Is the hyphen at the end of a line one that the word has anyway?

    Names, years and compound adjectives have it. Word breaks a line at such a hyphen
    without repeating it, so that only the parts tell „społeczno-gospodarczy” from
    „działalno-ści”.
    """
    if not second[0].islower() or not first[-1].islower():
        return True
    return (
        _FIRST_PART.fullmatch(first) is not None
        and len(second) >= _SHORTEST_ADJECTIVE
        and not second.startswith("ś")
    )
