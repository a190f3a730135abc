"""Which styles hide their text; a style that does not say it goes by the one above."""

from dataclasses import dataclass


@dataclass(slots=True)
class Style:
    """What a style says of hiding, and the name of the style it is based on."""

    based_on: str = ""
    is_hidden: bool | None = None


def hidden_styles(styles: dict[str, Style]) -> frozenset[str]:
    """Return the names of the styles whose text is not shown."""
    return frozenset(name for name in styles if _is_hidden(name, styles))


def _is_hidden(name: str, styles: dict[str, Style]) -> bool:
    seen = set()
    while name in styles and name not in seen:
        seen.add(name)
        style = styles[name]
        if style.is_hidden is not None:
            return style.is_hidden
        name = style.based_on
    return False
