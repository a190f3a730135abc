"""Raw blocks of a draft's body, as its StreamField keeps them."""

from uuid import uuid4


def clause(kind="task", text="wspieranie sąsiadów", *, uid=None, **value):
    return {
        "type": kind,
        "id": str(uid or uuid4()),
        "value": {"number": "", "text": text, "authors": [], "note": "", **value},
    }


def goal(text="Rozwój współpracy.", *, uid=None, kind="specific", **value):
    block = clause("goal", text, uid=uid, **value)
    block["value"]["kind"] = kind
    return block


def group(kind, text, *clauses, uid=None, **value):
    return {
        "type": kind,
        "id": str(uid or uuid4()),
        "value": {"text": text, "clauses": list(clauses), **value},
    }


def chapter(text, *clauses, uid=None, number="", introduction=""):
    return group(
        "chapter", text, *clauses, uid=uid, number=number, introduction=introduction
    )


def area(text, pk, *clauses, uid=None, number=""):
    return group("area", text, *clauses, uid=uid, number=number, area=pk)


def category(text, *clauses, uid=None):
    return group("category", text, *clauses, uid=uid)


def author(kind, pk):
    return {"type": kind, "value": pk, "id": str(uuid4())}
