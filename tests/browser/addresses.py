"""One address of each public page type, in Polish and in English."""

from demo.content.programme import uid

CLAUSE = uid("social-economy")

ADDRESSES = {
    "home": ("/pl/", "/en/"),
    "meetings": ("/pl/spotkania/", "/en/meetings/"),
    "report": (
        "/pl/spotkania/warsztaty-26-lipca-2013/",
        "/en/meetings/workshop-26-july-2013/",
    ),
    "meeting": (
        "/pl/spotkania/warsztaty-13-sierpnia-2013/",
        "/en/meetings/workshop-13-august-2013/",
    ),
    "programmes": ("/pl/programy/", "/en/programmes/"),
    "programme": ("/pl/programy/2014/", "/en/programmes/2014/"),
    "draft": ("/pl/programy/2014/wersja-2/", "/en/programmes/2014/version-2/"),
    "consulted": ("/pl/programy/2014/wersja-3/", "/en/programmes/2014/version-3/"),
    "changes": (
        "/pl/programy/2014/wersja-2/?view=changes",
        "/en/programmes/2014/version-2/?view=changes",
    ),
    "comments": (
        "/pl/programy/2014/wersja-2/?view=comments",
        "/en/programmes/2014/version-2/?view=comments",
    ),
    "comment": ("/pl/comments/2014/1/", "/en/comments/2014/10/"),
    "form": ("/to-the-form/pl/", "/to-the-form/be/"),
    "sent": ("/pl/comment/sent/", "/uk/comment/sent/"),
    "task": (
        "/pl/programy/2014/ekonomia-spoleczna/",
        "/en/programmes/2014/social-economy/",
    ),
    "clause": (f"/pl/clause/{CLAUSE}/", f"/en/clause/{CLAUSE}/"),
    "organisations": ("/pl/organisations/", "/en/organisations/"),
    "organisation": (
        "/pl/organisations/fundacja-soclab/",
        "/en/organisations/fundacja-soclab/",
    ),
    "organisations, none found": (
        "/pl/organisations/?q=nikt&status=active&sphere=999",
        "/en/organisations/?q=nobody&letter=%23",
    ),
    "search": (
        "/pl/search/?q=ekonomia+spo%C5%82eczna",
        "/uk/search/?q=%D1%81%D0%BF%D0%BE%D1%80%D1%82",
    ),
    "search, not begun": ("/pl/search/", "/en/search/"),
    "search, mistyped": (
        "/pl/search/?q=ekonomja+spoleczna",
        "/en/search/?q=socail+economy",
    ),
    "search, some words": (
        "/pl/search/?q=klauzula+spo%C5%82eczna+senior%C3%B3w",
        "/be/search/?q=zzzz&kind=task",
    ),
    "search, none found": (
        "/pl/search/?q=" + "wszechobecny" * 12,
        "/en/search/?q=economy&year=1999",
    ),
    "error report": (
        "/pl/organisations/fundacja-soclab/report-error/",
        "/uk/organisations/fundacja-soclab/report-error/",
    ),
    "open data": ("/pl/open-data/", "/be/open-data/"),
    "plain": ("/pl/deklaracja-dostepnosci/", "/en/accessibility/"),
    "missing": ("/pl/nie-ma/", "/en/not-there/"),
    "broken": ("/broken/", "/broken/"),
    "home in Ukrainian": ("/uk/", "/be/"),
}
ALL = sorted({address for pair in ADDRESSES.values() for address in pair})
