"""The protocol of a consultation, with what offices put into one.

Source: the protocol of the commune of Zakrzewo has subject, dates, how the draft was
made public, ways to comment, who took part, comments, signatures of the team.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from pages.comments.models import WARSAW, Consultation, Phase
from pages.papers.consulted import version_title

from .document import Fact, Protocol, Section, Tally
from .facts import act_of, day, programme_title, read_meetings
from .numbers import Numbers, read_numbers
from .paragraph import received_in_words

SIGNATURES = 3


def protocol_of(consultation: Consultation) -> Protocol:
    """Return the protocol in the active language; the queries do not grow."""
    numbers = read_numbers(consultation)
    programme = programme_title(consultation)
    sections = (
        _subject(consultation, programme),
        _dates(consultation),
        _announcement(consultation),
        _ways(consultation),
        _meetings(consultation),
        _participants(numbers),
        _comments(numbers),
        _rulings(numbers),
        Section(_("Signatures of the team")),
    )
    return Protocol(
        title=_("Protocol of the consultation"),
        subject=programme,
        sections=[section for section in sections if section],
        comments=numbers.received,
        signatures=[_("name and surname, post")] * SIGNATURES,
    )


def _subject(consultation: Consultation, programme: str) -> Section:
    title = version_title(consultation)
    dated = {"title": title, "day": day(consultation.draft.date)}
    version = _("%(title)s of %(day)s") % dated
    facts = [
        Fact(pgettext("fact in a protocol", "Programme"), programme),
        Fact(_("Version in consultation"), version),
        Fact(pgettext("fact in a protocol", "Legal basis"), consultation.legal_basis),
        Fact(pgettext("fact in a protocol", "Ordering act"), act_of(consultation)),
        Fact(_("Unit in charge"), _unit(consultation)),
    ]
    return Section(
        _("Subject of the consultation"),
        [f for f in facts if f.value],
    )


def _unit(consultation: Consultation) -> str:
    unit = consultation.contact_unit
    return unit.localized_name if unit else ""


def _dates(consultation: Consultation) -> Section:
    days = (consultation.closes_on - consultation.opens_on).days + 1
    today = timezone.now().astimezone(WARSAW).date()
    facts = [
        Fact(pgettext("fact in a protocol", "First day"), day(consultation.opens_on)),
        Fact(pgettext("fact in a protocol", "Last day"), day(consultation.closes_on)),
        Fact(
            pgettext("fact in a protocol", "Length"),
            ngettext("%(count)s day", "%(count)s days", days) % {"count": days},
        ),
        Fact(_("Figures as of"), day(today)),
    ]
    sentences = []
    if consultation.phase != Phase.CLOSED:
        sentences.append(
            _("The consultation is not over: the figures of this protocol may change.")
        )
    return Section(pgettext("heading in a protocol", "Dates"), facts, sentences)


def _announcement(consultation: Consultation) -> Section:
    """Return where the draft is to be read, and what was said of it."""
    facts, sentences = [], []
    is_public = Consultation.objects.public().filter(pk=consultation.pk).exists()
    if is_public and (url := consultation.draft.full_url):
        sentences.append(_("The draft was published on the site of the programme."))
        facts.append(
            Fact(
                _("Page of the version in consultation"),
                url,
                url,
            )
        )
    if bip := consultation.programme.bip_url:
        facts.append(Fact(_("Public Information Bulletin"), bip, bip))
    if notice := consultation.localized_notice:
        facts.append(Fact(pgettext("fact in a protocol", "Notice"), notice))
    return Section(
        _("How the draft was made public"),
        facts,
        sentences,
    )


def _ways(consultation: Consultation) -> Section:
    items = [_("with the form on the site, under each clause or on the whole version")]
    if consultation.contact_email:
        items.append(
            _("by e-mail: %(address)s") % {"address": consultation.contact_email}
        )
    if consultation.contact_address:
        items.append(
            _("on paper or in person: %(address)s")
            % {"address": consultation.contact_address}
        )
    sentence = _("Comments could be made in these ways, which count the same:")
    return Section(
        pgettext("heading in a protocol", "Ways to comment"),
        sentences=[sentence],
        items=items,
    )


def _meetings(consultation: Consultation) -> Section | None:
    meetings = read_meetings(consultation)
    if not meetings:
        return None
    items = [
        _("%(day)s: %(title)s") % {"day": day(date), "title": title}
        for date, title in meetings
    ]
    return Section(_("Meetings on the programme"), items=items)


def _participants(numbers: Numbers) -> Section:
    """Return who spoke: organisations by name, persons only as a number."""
    heading = _("Who took part")
    if not numbers.considered:
        return Section(heading, sentences=[_("There are no comments to consider.")])
    tallies = [_tally(_("Who commented"), numbers.by_author)]
    if numbers.organisations:
        headings = (
            pgettext("column in a protocol", "Organisation"),
            pgettext("column in a protocol", "Comments"),
        )
        tallies.append(Tally(headings, numbers.organisations))
    sentences = [
        _(
            "Persons who commented in their own name are not named; only their "
            "comments are counted."
        ),
    ]
    if numbers.withdrawn or numbers.hidden:
        sentences.append(_("Hidden and withdrawn comments are left out here."))
    return Section(heading, sentences=sentences, tallies=tallies)


def _comments(numbers: Numbers) -> Section:
    heading = pgettext("heading in a protocol", "Comments")
    if not numbers.received:
        sentence = _("No comments came in the consultation.")
        return Section(heading, sentences=[sentence])
    facts = [
        Fact(label, str(count))
        for label, count in (
            (_("After the last day"), numbers.late),
            (
                _("Withdrawn by their authors"),
                numbers.withdrawn,
            ),
            (_("Hidden by the office"), numbers.hidden),
            (
                _("Repeating another comment"),
                numbers.duplicates,
            ),
        )
        if count
    ]
    return Section(
        heading,
        facts=facts,
        sentences=[
            received_in_words(numbers.received),
            _("The table of comments is annexed to this protocol."),
        ],
        tallies=[_tally(_("How they came"), numbers.by_channel)],
    )


def _rulings(numbers: Numbers) -> Section | None:
    if not numbers.considered:
        return None
    rows = [(str(ruling.label), count) for ruling, count in numbers.by_ruling.items()]
    if numbers.unanswered:
        rows.append((_("without a published answer"), numbers.unanswered))
    sentence = _(
        "All answers, with their reasons, are in the annexed table of comments."
    )
    return Section(
        pgettext("heading in a protocol", "Official answers"),
        sentences=[sentence],
        tallies=[_table(pgettext("column in a protocol", "Ruling"), rows)],
    )


def _tally(heading: str, numbers: Mapping[Any, int]) -> Tally:
    rows = [(str(choice.label), number) for choice, number in numbers.items()]
    return _table(heading, rows)


def _table(heading: str, rows: Sequence[tuple[str, int]]) -> Tally:
    return Tally((heading, pgettext("column in a protocol", "Comments")), rows)
