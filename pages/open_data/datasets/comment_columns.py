"""What the columns of the comments and of their answers say."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from pages.comments.models import Channel, CommentKind, OnBehalf, Ruling
from pages.open_data.columns import Column, Kind
from pages.programmes.models.clause import KIND_CHOICES

from .meetings import UUID_EXAMPLE

WAITING, ANSWERED = "waiting", "answered"

COMMENT_COLUMNS = (
    Column(
        name="id",
        about=_("The number that the comment is cited by."),
        example="U17/2014",
        is_required=True,
    ),
    Column(
        name="programme_year",
        about=_("The year of the programme commented on."),
        example="2014",
        kind=Kind.INTEGER,
        is_required=True,
    ),
    Column(
        name="number",
        about=_("The number within the year; hidden and withdrawn ones leave gaps."),
        example="17",
        kind=Kind.INTEGER,
        is_required=True,
    ),
    Column(
        name="version",
        about=_("The number of the version commented on."),
        example="3",
        kind=Kind.INTEGER,
        is_required=True,
    ),
    Column(
        name="clause_id",
        about=_("The clause commented on; empty for the whole version."),
        example=UUID_EXAMPLE,
        refers="clauses.clause_id",
    ),
    Column(
        name="clause_kind",
        about=_("The kind of the clause."),
        example="task",
        codes=KIND_CHOICES,
    ),
    Column(
        name="clause_number",
        about=_("Its number in the version commented on."),
        example="29",
    ),
    Column(
        name="place",
        about=_("What is commented on, as its version cites it."),
        example="ust. 29",
    ),
    Column(
        name="citation",
        about=_("The place in the author's own words, if it is not a clause."),
        example="wstęp, drugie zdanie",
    ),
    Column(
        name="quoted",
        about=_("The wording commented on."),
        example="promowanie ekonomii społecznej",
    ),
    Column(
        name="kind",
        about=_("What the author asks for."),
        example="change",
        is_required=True,
        codes=CommentKind.choices,
    ),
    Column(
        name="text",
        about=_("The comment."),
        example="Proszę dopisać seniorów.",
        is_required=True,
    ),
    Column(
        name="proposed_wording",
        about=_("The wording that the author proposes."),
        example="promowanie ekonomii społecznej wśród seniorów",
    ),
    Column(
        name="justification",
        about=_("Why the author proposes it."),
        example="Nikt o nich nie pamięta.",
    ),
    Column(
        name="language",
        about=_("The language of the comment: a code of BCP 47."),
        example="pl",
        is_required=True,
    ),
    Column(
        name="author_kind",
        about=_("On whose behalf the comment was made."),
        example="organisation",
        is_required=True,
        codes=OnBehalf.choices,
    ),
    Column(
        name="author_name",
        about=_("The name of the author, only where they agreed to its publication."),
        example="Jan Kowalski",
    ),
    Column(
        name="organisation_id",
        about=_("The organisation that made the comment, if the directory has it."),
        example="fundacja-soclab",
        refers="organisations.id",
    ),
    Column(
        name="organisation_name",
        about=_("The name of the organisation that made the comment."),
        example="Fundacja SocLab",
    ),
    Column(
        name="channel",
        about=_("The way in which the comment was sent."),
        example="form",
        is_required=True,
        codes=Channel.choices,
    ),
    Column(
        name="received_at",
        about=_("When it came."),
        example="2013-10-04T18:21:07+02:00",
        kind=Kind.MOMENT,
        is_required=True,
    ),
    Column(
        name="is_late",
        about=_("Whether it came after the last day of the consultation."),
        example="false",
        kind=Kind.BOOLEAN,
        is_required=True,
    ),
    Column(
        name="published_at",
        about=_("When it was published."),
        example="2013-10-05T09:00:00+02:00",
        kind=Kind.MOMENT,
    ),
    Column(
        name="duplicate_of",
        about=_("The earlier comment that says the same."),
        example="U3/2014",
    ),
    Column(
        name="url",
        about=_("The address of its page on this site."),
        example="https://example.org/pl/comments/2014/17/",
        kind=Kind.ADDRESS,
        is_required=True,
    ),
)
ANSWER_COLUMNS = (
    Column(
        name="status",
        about=_("Whether an answer is published."),
        example=ANSWERED,
        is_required=True,
        codes=(
            (WAITING, pgettext_lazy("state of a comment", "waits for an answer")),
            (ANSWERED, pgettext_lazy("state of a comment", "answered")),
        ),
    ),
    Column(
        name="ruling",
        about=_("What the office decided."),
        example="partly",
        codes=Ruling.choices,
    ),
    Column(
        name="reasons",
        about=_("Why it decided so."),
        example="Zadanie jest już zapisane w ust. 12.",
    ),
    Column(
        name="answering_unit",
        about=_("The unit of the city that answers."),
        example="Departament Spraw Społecznych",
    ),
    Column(
        name="answered_at",
        about=_("When the current answer was published."),
        example="2013-10-25T10:00:00+02:00",
        kind=Kind.MOMENT,
    ),
    Column(
        name="correction",
        about=_("What was corrected in an earlier answer; that one is on the page."),
        example="poprawiono podstawę prawną",
    ),
    Column(
        name="amendment_ids",
        about=_("The amendments that result from the answer."),
        example="P3/2014",
        is_list=True,
    ),
)
