"""The paragraph that a programme must have on how it was made and consulted."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from pages.comments.models import Consultation
from pages.papers.consulted import version_title

from .facts import act_of, count_versions, day, read_meetings
from .numbers import Numbers, read_numbers


def paragraph_of(consultation: Consultation) -> str:
    """Return three to five sentences in the active language; the queries do not grow.

    Source: art. 5a ust. 4 pkt 10 of the Act of 24 April 2003 on public benefit work
    asks for “information on how the programme was made and on the course of the
    consultation”.
    """
    numbers = read_numbers(consultation)
    sentences = (
        _meetings(consultation),
        _versions(consultation),
        _dates(consultation),
        _received(numbers),
        rulings_in_words(numbers),
    )
    return " ".join(sentence for sentence in sentences if sentence)


def _meetings(consultation: Consultation) -> str:
    meetings = read_meetings(consultation)
    if not meetings:
        return ""
    first, last = meetings[0][0], meetings[-1][0]
    if first == last:
        return ngettext(
            "The programme was worked on together with organisations and residents at "
            "%(count)s meeting on %(day)s.",
            "The programme was worked on together with organisations and residents at "
            "%(count)s meetings on %(day)s.",
            len(meetings),
        ) % {"count": len(meetings), "day": day(first)}
    return ngettext(
        "The programme was worked on together with organisations and residents at "
        "%(count)s meeting between %(first)s and %(last)s.",
        "The programme was worked on together with organisations and residents at "
        "%(count)s meetings between %(first)s and %(last)s.",
        len(meetings),
    ) % {"count": len(meetings), "first": day(first), "last": day(last)}


def _versions(consultation: Consultation) -> str:
    count = count_versions(consultation)
    values = {"count": count, "title": version_title(consultation)}
    return (
        ngettext(
            "%(count)s version of the text of the programme was published; "
            "“%(title)s” was put out for consultation.",
            "%(count)s versions of the text of the programme were published; "
            "“%(title)s” was put out for consultation.",
            count,
        )
        % values
    )


def _dates(consultation: Consultation) -> str:
    values = {
        "first": day(consultation.opens_on),
        "last": day(consultation.closes_on),
        "basis": consultation.legal_basis,
        "act": act_of(consultation),
    }
    if values["basis"] and values["act"]:
        text = _(
            "The consultation was held from %(first)s to %(last)s (legal basis: "
            "%(basis)s; ordering act: %(act)s)."
        )
    elif values["basis"]:
        text = _(
            "The consultation was held from %(first)s to %(last)s (legal basis: "
            "%(basis)s)."
        )
    elif values["act"]:
        text = _(
            "The consultation was held from %(first)s to %(last)s (ordering act: "
            "%(act)s)."
        )
    else:
        text = _("The consultation was held from %(first)s to %(last)s.")
    return text % values


def _received(numbers: Numbers) -> str:
    if not numbers.received:
        return _("No comments came.")
    organisations = len(numbers.organisations)
    if not organisations:
        return received_in_words(numbers.received)
    return ngettext(
        "%(comments)s; %(count)s organisation took part.",
        "%(comments)s; %(count)s organisations took part.",
        organisations,
    ) % {
        "comments": received_in_words(numbers.received).rstrip("."),
        "count": organisations,
    }


def received_in_words(count: int) -> str:
    """Return a sentence that says how many comments came."""
    text = ngettext("%(count)s comment came.", "%(count)s comments came.", count)
    return text % {"count": count}


def rulings_in_words(numbers: Numbers) -> str:
    """Return a sentence on what the office decided, empty without any comments."""
    if not numbers.considered:
        return ""
    parts = [
        _("%(ruling)s: %(count)s") % {"ruling": ruling.label, "count": count}
        for ruling, count in numbers.by_ruling.items()
    ]
    if numbers.unanswered:
        parts.append(
            _("without a published answer: %(count)s") % {"count": numbers.unanswered}
        )
    return _("Rulings on the comments: %(rulings)s.") % {"rulings": ", ".join(parts)}
