"""Answers from a set: the legal form, the status, yes or no."""

import re
from collections.abc import Iterable, Mapping
from functools import cache

from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import gettext, override

from snippets.folding import fold
from snippets.models import LegalForm, Organisation

from .reading import BLANK, Read, about, is_blank, one_line

Status = Organisation.Status

_FORMS: dict[str, tuple[str, ...]] = {
    LegalForm.ASSOCIATION: (
        *("stowarzyszenie rejestrowe", "stowarzyszenia", "stowarzyszenie kultury"),
        *("stowarzyszenia i inne", "stowarzyszenie zarejestrowane", "association"),
        *("stowarzyszenia rejestrowe", "stow", "associations"),
        *("stowarzyszenie wpisane do krs", "stowarzyszenia wpisane do krs"),
    ),
    LegalForm.FOUNDATION: ("fundacje", "foundations"),
    LegalForm.UNION_OF_ASSOCIATIONS: (
        *("związek stowarzyszeń", "związki stowarzyszeń", "federacja", "federacje"),
        *("związek stowarzyszeń federacja", "porozumienie stowarzyszeń"),
    ),
    LegalForm.BRANCH_WITH_PERSONALITY: (
        *("oddział z osobowością prawną", "oddziały z osobowością prawną"),
        "terenowa jednostka organizacyjna z osobowością prawną",
        *("terenowa jednostka organizacyjna", "terenowe jednostki organizacyjne"),
        "terenowa jednostka organizacyjna posiadająca osobowość prawną",
    ),
    LegalForm.BRANCH_WITHOUT_PERSONALITY: (
        *("oddział bez osobowości prawnej", "oddział", "koło", "oddział terenowy"),
        *("oddziały", "koła", "oddział koło bez osobowości prawnej"),
    ),
    LegalForm.VOLUNTEER_FIRE_BRIGADE: (
        *("ochotnicza straż pożarna", "ochotnicze straże pożarne"),
    ),
    LegalForm.SOCIAL_COOPERATIVE: ("spółdzielnia socjalna", "spółdzielnie socjalne"),
    LegalForm.NON_PROFIT_COMPANY: (
        *("spółka non profit", "spółka z o o non profit", "spółka nie dla zysku"),
        *("spółki non profit", "spółka z o o", "sp z o o", "spółka akcyjna"),
        "spółka z ograniczoną odpowiedzialnością",
    ),
    LegalForm.ASSOCIATION_OF_LOCAL_GOVERNMENTS: (
        *("stowarzyszenie jednostek samorządu terytorialnego", "stowarzyszenie gmin"),
        "stowarzyszenia jednostek samorządu terytorialnego",
    ),
    LegalForm.SIMPLE_ASSOCIATION: (
        *("stowarzyszenie zwykłe", "stowarzyszenia zwykłe", "simple associations"),
    ),
    LegalForm.SPORTS_CLUB: (
        *("klub sportowy", "kluby sportowe", "sports club", "klub sportowy starosta"),
        *("klub sportowy bez działalności gospodarczej", "ks"),
        "kluby sportowe nieprowadzące działalności gospodarczej",
    ),
    LegalForm.PUPILS_SPORTS_CLUB: (
        *("uczniowski klub sportowy", "uczniowskie kluby sportowe"),
    ),
    LegalForm.CHURCH_LEGAL_PERSON: (
        *("kościelna osoba prawna", "kościelne osoby prawne", "parafia", "caritas"),
        *("kościoły i związki wyznaniowe", "kościelna jednostka organizacyjna"),
    ),
    LegalForm.RURAL_WOMEN_CIRCLE: (
        *("koło gospodyń wiejskich", "koła gospodyń wiejskich"),
    ),
    LegalForm.TRADE_UNION: (
        *("związek zawodowy", "związki zawodowe", "organizacja pracodawców"),
        *("związek pracodawców", "trade union"),
    ),
    LegalForm.CHAMBER_OF_COMMERCE: (
        *("izba gospodarcza", "izby gospodarcze", "izba rzemieślnicza", "cech"),
        "samorząd gospodarczy",
    ),
    LegalForm.FARMERS_CIRCLE: ("kółko rolnicze", "kółka rolnicze"),
    LegalForm.STUDENT_ORGANISATION: (
        *("organizacja studencka", "organizacje studenckie", "koło naukowe"),
    ),
    LegalForm.INFORMAL_GROUP: ("grupa nieformalna", "grupy nieformalne"),
    LegalForm.OTHER: ("inna", "inne", "inna forma", "pozostałe", "inne formy", "other"),
}
_STATUSES: dict[str, tuple[str, ...]] = {
    Status.ACTIVE: (
        *("aktywna", "aktywny", "aktywne", "działa", "czynna", "czynny"),
        *("działająca", "istnieje", "prowadzi działalność", "działający"),
    ),
    Status.IN_LIQUIDATION: ("w likwidacji", "likwidacja", "w trakcie likwidacji"),
    Status.STRUCK_OFF: (
        *("wykreślona", "wykreślony", "wykreślone", "zlikwidowana", "rozwiązana"),
        *("zlikwidowany", "nie istnieje", "zakończyła działalność", "nie działa"),
        *("zlikwidowane", "rozwiązany", "closed", "removed", "dissolved"),
    ),
    Status.UNKNOWN: ("nieznany", "nieznana", "nieustalony", "unknown"),
}
_YES = frozenset(("tak", "t", "yes", "y", "x", "1", "true", "prawda", "opp", "posiada"))
_NO = frozenset(("nie", "n", "no", "0", "false", "fałsz", "falsz", "nie posiada"))
_TICKS = frozenset("✓✔☑✅+")
_CROSSES = frozenset("✗✘☐❌")
# „A. Stowarzyszenia”, „II) Fundacje”, „3 – Inne”, „Forma prawna: fundacja”.
_ENUMERATOR = re.compile(
    r"\s*(?:(?:[A-Z]|[IVX]{1,5}|[0-9]{1,2})\s*[.):–-]\s*)+", re.IGNORECASE
)
_LABEL = re.compile(r"\s*(?:forma(?: prawna)?|typ|rodzaj|status)\s*:\s*", re.IGNORECASE)
_COUNT = re.compile(r"\s*[(\[]?\b\d+\b[)\]]?\s*$")


def read_legal_form(field: str, text: str) -> Read:
    """Read a legal form by its code, its name in any language, or a section."""
    return _read_choice(field, text, _form_keys())


def read_status(field: str, text: str) -> Read:
    """Read whether an organisation exists; „nieznany” is an answer, too."""
    return _read_choice(field, text, _status_keys())


def reads_as_legal_form(text: str) -> bool:
    """Whether the heading of a section says what legal form its rows have."""
    return bool(read_legal_form("legal_form", text).value)


def read_yes_no(field: str, text: str) -> Read:
    """Read a tick or a word for yes or no."""
    line = one_line(text)
    if line in _TICKS or line in _CROSSES:
        return Read(line in _TICKS)
    if fold(line) in _YES | _words("Yes"):
        return Read(True)
    if fold(line) in _NO | _words("No"):
        return Read(False)
    if is_blank(line):
        return BLANK
    return Read(notes=(about("not_yes_or_no", field, line),))


def write_yes_no(value: bool) -> str:
    """Write yes or no in the active language."""
    return gettext("Yes") if value else gettext("No")


def write_choice(field: str, value: str) -> str:
    """Write the name of a choice in the active language."""
    choices = LegalForm if field == "legal_form" else Status
    return str(choices(value).label) if value in choices else value


def _read_choice(field: str, text: str, keys: Mapping[str, str]) -> Read:
    line = one_line(text)
    bare = _LABEL.sub("", line, 1) if _LABEL.match(line) else line
    for written in (bare, _COUNT.sub("", _ENUMERATOR.sub("", bare, 1))):
        if value := keys.get(fold(written)):
            return Read(value)
    if is_blank(line):
        return BLANK
    return Read(notes=(about("unknown_choice", field, line),))


@cache
def _form_keys() -> dict[str, str]:
    return _keys(LegalForm.choices, _FORMS)


@cache
def _status_keys() -> dict[str, str]:
    return _keys(Status.choices, _STATUSES)


def _keys(
    choices: Iterable[tuple[str, str | Promise]],
    synonyms: Mapping[str, Iterable[str]],
) -> dict[str, str]:
    choices = list(choices)
    keys = {fold(value): value for value, _label in choices}
    for language, _name in settings.LANGUAGES:
        with override(language):
            for value, label in choices:
                keys.setdefault(fold(str(label)), value)
    for value, names in synonyms.items():
        for name in names:
            keys.setdefault(fold(name), str(value))
    return keys


@cache
def _words(source: str) -> frozenset[str]:
    """Yes or no in the languages of the site, which our own exports are written in."""
    words = set()
    for language, _name in settings.LANGUAGES:
        with override(language):
            words.add(fold(gettext(source)))
    return frozenset(words)
