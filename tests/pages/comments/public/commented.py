"""A version in consultation, and the comments made on it."""

from django.test import TestCase

from tests.factories.comments import PublicCommentFactory
from tests.pages.comments.versions import FIRST, Consulted


class CommentedCase(TestCase):
    """Version 3 of a city; `comment` makes a published comment on a clause."""

    @classmethod
    def setUpTestData(cls):
        cls.here = Consulted()
        cls.draft = cls.here.draft

    def comment(self, about=FIRST, **values):
        values = {"published": True, "consultation": self.here.consultation, **values}
        return PublicCommentFactory(about=about, **values)
