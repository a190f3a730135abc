"""What a browser sends when a form of the registers is filled in."""

from django.urls import reverse

TRANSLATED = ("", "_en", "_uk", "_be")


def address(model, view, *args):
    return reverse(model.snippet_viewset.get_url_name(view), args=args)


def rows(prefix, *new):
    """The fields of an inline list to which `new` rows were added."""
    sent = {
        f"{prefix}-TOTAL_FORMS": len(new),
        f"{prefix}-INITIAL_FORMS": 0,
        f"{prefix}-MIN_NUM_FORMS": 0,
        f"{prefix}-MAX_NUM_FORMS": 1000,
    }
    for number, row in enumerate(new):
        fields = {"id": "", "ORDER": number + 1, "DELETE": "", **row}
        sent |= {f"{prefix}-{number}-{field}": fields[field] for field in fields}
    return sent


def organisation_form(aliases=(), memberships=(), contact_persons=(), **fields):
    return {
        "name": "Stowarzyszenie Próbne",
        "status": "active",
        "acts_in_city": "on",
        **rows("aliases", *aliases),
        **rows("memberships", *memberships),
        **rows("contact_persons", *contact_persons),
        **fields,
    }
