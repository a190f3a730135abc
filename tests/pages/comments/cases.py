"""A consulted version, its comments and answers, and who works on them."""

from django.contrib.auth import get_user_model
from django.core import mail
from django.test import TestCase
from django.utils import translation
from wagtail.models import ModelLogEntry

from pages.comments.mail.mailing import send_due
from pages.comments.models import PublicComment
from pages.comments.office.answering import approve_answer, draft_answer, publish_answer
from pages.comments.sending.seals import new_seal, read_seal
from pages.comments.sending.submitting import Submission, submit_comment
from tests.factories.comments import PublicCommentFactory
from tests.factories.drafting import AmendmentFactory
from tests.pages.programmes.closed import FIRST, staff

from .versions import Consulted


def history(thing):
    """Return the steps noted of a comment or an answer, in order."""
    entries = ModelLogEntry.objects.for_instance(thing).order_by("timestamp", "pk")
    return [
        (entry.action.partition(".")[2], entry.user, entry.data) for entry in entries
    ]


def submission(**values):
    """Return what a resident sends of the first clause."""
    values = {
        "kind": "change",
        "text": "Proszę dopisać seniorów.",
        "on_behalf": "resident",
        "clause": FIRST,
        **values,
    }
    return Submission(**values)


def submit(consultation, seal=None, **values):
    """Send a form that is opened now."""
    return submit_comment(
        consultation=consultation,
        submission=submission(**values),
        seal=seal or read_seal(new_seal()),
    )


def sent_mail():
    """Send what is due; return what went out."""
    before = len(mail.outbox)
    send_due()
    return mail.outbox[before:]


class OfficeCase(TestCase):
    """Clerks keep the register, a unit drafts answers, a head approves them."""

    @classmethod
    def setUpTestData(cls):
        cls.here = Consulted()
        cls.consultation, cls.draft = cls.here.consultation, cls.here.draft
        cls.clerk = staff("redakcja", "Redakcja")
        cls.unit = staff("jednostka", "Jednostki")
        cls.head = staff("wydawca", "Wydawca")
        cls.other_head = staff("dyrektor", "Wydawca")
        cls.stranger = get_user_model().objects.create_user("obcy", password="x")

    def setUp(self):
        super().setUp()
        # What is refused is compared with the texts as the code has them.
        self.enterContext(translation.override("en"))

    def comment(self, state="published", **values):
        values = {"consultation": self.consultation, "about": FIRST, **values}
        return PublicCommentFactory(state=state, **values)


class AnswerCase(OfficeCase):
    """Answers that a unit wrote and a head approved."""

    def drafted(self, *comments, **values):
        """Return an answer that the unit wrote."""
        answer = draft_answer(comments=comments or [self.comment()], user=self.unit)
        whole = {"ruling": "rejected", "reasons": "Nie ma środków."}
        for name, value in {**whole, **values}.items():
            setattr(answer, name, value)
        answer.save()
        return answer

    def approved(self, *comments, **values):
        answer = self.drafted(*comments, **values)
        return approve_answer(answer=answer, user=self.head)

    def published(self, *comments, **values):
        answer = self.approved(*comments, **values)
        return publish_answer(answer=answer, user=self.head)

    def amendment(self, **values):
        return AmendmentFactory(programme=self.here.city.programme, **values)

    def states(self, *comments):
        keys = [comment.pk for comment in comments]
        rows = PublicComment.objects.filter(pk__in=keys).order_by("pk")
        return list(rows.values_list("state", flat=True))
