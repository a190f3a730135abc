"""What a person decides of the rows that a page shows, or of all that a filter does."""

from typing import Any

from django.db.models import TextChoices
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext_lazy
from django.views.generic import View
from wagtail.admin import messages

from snippets.importing.deciding import decide, overwrite
from snippets.models import ImportRow

from .base import BatchMixin, State, address
from .row_filters import rows_asked_for
from .shown_rows import ShownRow, show_rows

Outcome, Decision = ImportRow.Outcome, ImportRow.Decision


class AtOnce(TextChoices):
    """What can be decided of all probable duplicates that a filter shows."""

    SAME = "same", pgettext_lazy("all rows", "each the same as its likeliest one")
    DIFFERENT = "different", pgettext_lazy("all rows", "other ones: add them as new")
    SKIP = "skip", pgettext_lazy("all rows", "skip them")
    LATER = "later", pgettext_lazy("all rows", "decide later")


class ByHand(TextChoices):
    """What can be decided of all rows that differ from what was entered by hand."""

    OVERWRITE = "overwrite", pgettext_lazy("all rows", "take what the list says")
    KEEP = "keep", pgettext_lazy("all rows", "keep what was entered by hand")


class DecideView(BatchMixin, View):
    """Saves decisions, and leads back to the rows that were looked at."""

    states = frozenset((State.CHECKED,))

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        number = self.decide_all() if "at_once" in request.POST else self.decide_shown()
        if number:
            words = ngettext(
                "%(n)s decision is saved.", "%(n)s decisions are saved.", number
            )
            messages.success(request, words % {"n": number})
        else:
            messages.info(request, _("Nothing was decided anew."))
        query = request.GET.urlencode()
        preview = address("import_preview", self.batch)
        return redirect(f"{preview}?{query}" if query else preview)

    def decide_all(self) -> int:
        """Decide all rows that the filters of the address leave."""
        answer = self.request.POST["at_once"]
        rows = rows_asked_for(self.batch, self.request.GET, self.request)
        if answer in ByHand.values:
            return overwrite(rows.with_conflicts(), answer == ByHand.OVERWRITE)
        if answer not in AtOnce.values:
            return 0
        duplicates = rows.filter(outcome=Outcome.DUPLICATE)
        decision = Decision.NONE if answer == AtOnce.LATER else Decision(answer)
        return decide(duplicates, decision)

    def decide_shown(self) -> int:
        """Decide the rows of one page, each by its own answer; return how many."""
        answers = self.request.POST
        keys = [key for key in answers.getlist("row") if key.isdecimal()]
        rows = self.batch.rows.filter(pk__in=keys[:1000])
        return sum(self.answer(shown, answers) for shown in show_rows(rows))

    def answer(self, shown: ShownRow, answers: QueryDict) -> int:
        """Save what was answered of a row, where that is new; return how much was."""
        saved, row = 0, shown.row
        rows: Any = self.batch.rows.filter(pk=row.pk)
        given = answers.get(f"decision-{row.pk}")
        new = {choice.value for choice in shown.choices if not choice.is_chosen}
        if given is not None and given in new:
            saved += decide(rows, **decision_of(given))
        takes_list = answers.get(f"overwrite-{row.pk}") == "yes"
        if row.has_conflicts and takes_list != row.overwrites:
            saved += overwrite(rows, takes_list)
        return saved


def decision_of(answer: str) -> dict[str, Any]:
    """Return what a form sent as a decision: “same-12”, “row-3”, “skip”."""
    kind, _dash, key = answer.partition("-")
    if not key:
        return {"decision": answer}
    target = "same_as_row" if kind == "row" else "same_as"
    return {"decision": Decision.SAME, target: int(key)}
