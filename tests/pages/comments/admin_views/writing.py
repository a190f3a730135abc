"""An answer as it is written in the admin."""

from wagtail.test.utils.form_data import inline_formset, nested_form_data

from pages.comments.models import PublicComment
from tests.pages.comments.staff import ANSWER, address


def form(answer, comments=None, amendments=(), **values):
    covered = list(answer.covered.all())
    kept = [row.comment_id for row in covered] if comments is None else comments
    old = [
        {
            "id": row.pk,
            "comment": row.comment_id,
            "ORDER": n,
            "DELETE": "" if row.comment_id in kept else "on",
        }
        for n, row in enumerate(covered, 1)
    ]
    known = {row.comment_id for row in covered}
    new = [{"comment": pk} for pk in kept if pk not in known]
    return nested_form_data(
        {
            "ruling": "rejected",
            "reasons": "Nie w tym roku.",
            "unit": "",
            "covered": inline_formset([*old, *new], initial=len(old)),
            "amendments": inline_formset([{"amendment": a.pk} for a in amendments]),
            **values,
        }
    )


def write(client, answer, **values):
    return client.post(address(ANSWER, "edit", answer.pk), form(answer, **values))


def page_of(client, answer):
    return client.get(address(ANSWER, "inspect", answer.pk))


def steps(client, answer):
    return [one.name for one, _url in page_of(client, answer).context["steps"]]


def states(answer):
    rows = PublicComment.objects.filter(answer_links__answer=answer)
    return set(rows.values_list("state", flat=True))
