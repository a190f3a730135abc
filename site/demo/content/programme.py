"""The programme for 2014: its clauses, two drafts and priority tasks.

Clauses that the report does not give are marked as example text.
"""

from typing import Any
from uuid import NAMESPACE_URL, uuid5

from pages.drafting.editing import category_uid

EXAMPLE = "tekst przykładowy"
SOCIAL = ("unit", "departament-spraw-spolecznych")
CULTURE = ("unit", "biuro-kultury")
SPORT = ("unit", "biuro-sportu-i-rekreacji")
EDUCATION = ("unit", "departament-edukacji")

MAIN_GOAL = (
    "Rozwój współpracy Miasta Białystok z organizacjami pozarządowymi w zakresie "
    "efektywnej realizacji zadań publicznych na rzecz zaspokojenia potrzeb mieszkańców."
)
SPECIFIC_GOALS = [
    "Diagnoza potrzeb i problemów społecznych mieszkańców Białegostoku, poszukiwanie "
    "sposobów zaspokajania ich potrzeb i rozwiązywania problemów.",
    "Podnoszenie świadomości społecznej mieszkańców i wspieranie ich w zakresie "
    "realizacji różnorodnych inicjatyw społecznych.",
    "Wspieranie aktywności organizacji pozarządowych i wolontariatu.",
    "Budowanie partnerstwa i dialogu społecznego.",
]
SOCIAL_ECONOMY = (
    "tworzenie podmiotów ekonomii społecznej, współpraca z istniejącymi podmiotami "
    "ekonomii społecznej"
)
SOCIAL_CLAUSE = "oraz promowanie idei klauzuli społecznej"
SENIORS = "Aktywizacja osób starszych"
CONTEMPORARY_ART = "tworzenie kolekcji dzieł sztuki współczesnej"
ART = "tworzenie kolekcji dzieł sztuki"
TOLERANCE = "Wspieranie postaw tolerancyjnych poprzez sport"


def uid(key: str) -> str:
    """Return the permanent uid of a demo clause."""
    return str(uuid5(NAMESPACE_URL, f"demo/2014/{key}"))


def clause(
    kind: str,
    key: str,
    text: str,
    /,
    *,
    author: tuple[str, str] | None = None,
    is_example: bool = False,
    **value: Any,
) -> dict[str, Any]:
    """Return the raw block of a clause; its author is resolved by the loader."""
    authors = (
        [{"type": author[0], "value": author[1], "id": uid(f"{key}/author")}]
        if author
        else []
    )
    return {
        "type": kind,
        "id": uid(key),
        "value": {
            "number": "",
            "text": text,
            "authors": authors,
            "note": EXAMPLE if is_example else "",
            **value,
        },
    }


def group(
    kind: str, key: str, text: str, clauses: list[Any], **value: Any
) -> dict[str, Any]:
    """Return the raw block of a chapter, area or category."""
    return {
        "type": kind,
        "id": uid(key),
        "value": {"text": text, "clauses": clauses, **value},
    }


def goals() -> dict[str, Any]:
    """Return the chapter of goals, the same in both drafts."""
    specific = [
        clause("goal", f"goal-{n}", text, kind="specific")
        for n, text in enumerate(SPECIFIC_GOALS, start=1)
    ]
    main = clause("goal", "main-goal", MAIN_GOAL, kind="main")
    return group(
        "chapter",
        "goals",
        "Cele Programu współpracy",
        [main, *specific],
        number="",
        introduction="",
    )


def area(key: str, number: str, text: str, clauses: list[Any]) -> dict[str, Any]:
    """Return the raw block of an area; the loader resolves its slug."""
    return group("area", key, text, clauses, number=number, area=key)


def task(key: str, text: str, author: tuple[str, str], **value: Any) -> dict[str, Any]:
    """Return the raw block of a priority task."""
    return clause("task", key, text, author=author, **value)


def social_tasks(*, economy: str) -> dict[str, dict[str, Any]]:
    """Return the tasks of social policy by key, ust. 29 worded as given."""
    return {
        "health": task(
            "health",
            "prowadzenie działań z zakresu promocji i ochrony zdrowia mieszkańców",
            SOCIAL,
            is_example=True,
            number="27",
        ),
        "families": task(
            "families",
            "wspieranie rodzin znajdujących się w trudnej sytuacji życiowej",
            SOCIAL,
            is_example=True,
        ),
        "social-economy": task("social-economy", economy, SOCIAL),
        "disability": task(
            "disability",
            "wspieranie samodzielności osób z niepełnosprawnościami",
            SOCIAL,
            is_example=True,
        ),
    }


def category(heading: str, clauses: list[Any]) -> dict[str, Any]:
    """Return the raw block of a category of social policy."""
    return {
        "type": "category",
        "id": category_uid(uid("polityka-spoleczna"), heading),
        "value": {"text": heading, "clauses": clauses},
    }


def social_policy_before() -> dict[str, Any]:
    """Return the area of social policy as one list of tasks."""
    tasks = social_tasks(economy=SOCIAL_ECONOMY)
    return area(
        "polityka-spoleczna", "", "Obszar polityki społecznej", list(tasks.values())
    )


def social_policy_after() -> dict[str, Any]:
    """Return the area of social policy in three categories (finding 1a)."""
    tasks = social_tasks(economy=f"{SOCIAL_ECONOMY} {SOCIAL_CLAUSE}")
    seniors = clause("task", "seniors", SENIORS)
    return area(
        "polityka-spoleczna",
        "",
        "Obszar polityki społecznej",
        [
            category("zdrowie", [tasks["health"]]),
            category(
                "polityka społeczna",
                [tasks["families"], tasks["social-economy"], seniors],
            ),
            category("niepełnosprawność", [tasks["disability"]]),
        ],
    )


def other_areas(*, art: str, has_tolerance: bool) -> list[dict[str, Any]]:
    """Return the areas of culture, physical culture and education."""
    sport = [
        task(
            "children-sport",
            "upowszechnianie sportu wśród dzieci i młodzieży",
            SPORT,
            is_example=True,
            number="51",
        )
    ]
    if has_tolerance:
        sport.append(clause("task", "tolerance", TOLERANCE))
    culture = [
        task(
            "events",
            "wspieranie wydarzeń kulturalnych tworzonych wspólnie z mieszkańcami",
            CULTURE,
            is_example=True,
            number="40",
        ),
        task("art-collection", art, CULTURE),
    ]
    education = task(
        "civic-education",
        "wspieranie edukacji obywatelskiej dzieci i młodzieży",
        EDUCATION,
        is_example=True,
        number="60",
    )
    return [
        area(
            "kultura",
            "",
            "Obszar kultury, sztuki, ochrony dóbr kultury i dziedzictwa narodowego",
            culture,
        ),
        area("kultura-fizyczna", "", "Obszar kultury fizycznej", sport),
        area("edukacja", "", "Obszar edukacji", [education]),
    ]


def body(areas: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the raw body of a draft."""
    return [
        goals(),
        group(
            "chapter",
            "tasks",
            "Priorytetowe obszary i zadania publiczne",
            areas,
            number="",
            introduction="",
        ),
    ]


DRAFT_1 = body(
    [social_policy_before(), *other_areas(art=CONTEMPORARY_ART, has_tolerance=False)]
)
DRAFT_2 = body([social_policy_after(), *other_areas(art=ART, has_tolerance=True)])

TASK_PAGES: list[dict[str, str]] = [
    {
        "slug": "ekonomia-spoleczna",
        "title": "Ekonomia społeczna i klauzula społeczna",
        "lead": "Tworzenie podmiotów ekonomii społecznej, współpraca z istniejącymi "
        "i promowanie idei klauzuli społecznej.",
        "area": "polityka-spoleczna",
        "unit": "departament-spraw-spolecznych",
        "clause": "social-economy",
    },
    {
        "slug": "aktywizacja-osob-starszych",
        "title": "Aktywizacja osób starszych",
        "lead": "Nowe zadanie priorytetowe zaproponowane na spotkaniu 26 lipca 2013 r.",
        "area": "polityka-spoleczna",
        "unit": "departament-spraw-spolecznych",
        "clause": "seniors",
    },
    {
        "slug": "kolekcja-dziel-sztuki",
        "title": "Kolekcja dzieł sztuki",
        "lead": "Tworzenie kolekcji dzieł sztuki, nie tylko współczesnej.",
        "area": "kultura",
        "unit": "biuro-kultury",
        "clause": "art-collection",
    },
    {
        "slug": "postawy-tolerancyjne-poprzez-sport",
        "title": "Postawy tolerancyjne poprzez sport",
        "lead": "Nowe zadanie priorytetowe zaproponowane na spotkaniu 26 lipca 2013 r.",
        "area": "kultura-fizyczna",
        "unit": "biuro-sportu-i-rekreacji",
        "clause": "tolerance",
    },
]
