"""The words that a comment is described by; domain terms, the same in the API."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class CommentKind(models.TextChoices):
    """What the author asks for."""

    CHANGE = "change", pgettext_lazy("kind of a comment", "change the wording")
    ADD = "add", pgettext_lazy("kind of a comment", "add something")
    DELETE = "delete", pgettext_lazy("kind of a comment", "delete something")
    QUESTION = "question", pgettext_lazy("kind of a comment", "question")
    SUPPORT = "support", pgettext_lazy("kind of a comment", "support")


class OnBehalf(models.TextChoices):
    """Who speaks."""

    RESIDENT = "resident", pgettext_lazy("who comments", "resident")
    ORGANISATION = "organisation", pgettext_lazy("who comments", "organisation")
    UNIT = "unit", pgettext_lazy("who comments", "city unit")
    COUNCIL = "council", pgettext_lazy("who comments", "public benefit works council")
    COUNCILLOR = "councillor", pgettext_lazy("who comments", "councillor")
    OTHER = "other", pgettext_lazy("who comments", "somebody else")


# Whom the public form offers; staff may record the others as well.
PUBLIC_ON_BEHALF = (OnBehalf.RESIDENT, OnBehalf.ORGANISATION, OnBehalf.OTHER)


class Channel(models.TextChoices):
    """The way a comment came; the law lets all of them count the same."""

    FORM = "form", pgettext_lazy("channel of a comment", "form on this site")
    EMAIL = "email", pgettext_lazy("channel of a comment", "e-mail")
    PAPER = "paper", pgettext_lazy("channel of a comment", "on paper")
    SPOKEN = "spoken", pgettext_lazy("channel of a comment", "spoken")


class HidingReason(models.TextChoices):
    """Why a comment is not shown; readers are told."""

    OFFENCE = "offence", _("it offends somebody")
    PERSONAL_DATA = "personal_data", _("it contains personal data")
    UNLAWFUL = "unlawful", _("it breaks the law")
    SPAM = "spam", _("it is advertising or not written by a person")
    MISTAKE = "mistake", _("it was entered by mistake")


class Ruling(models.TextChoices):
    """What the office decided of a comment."""

    ACCEPTED = "accepted", pgettext_lazy("ruling on a comment", "accepted")
    PARTLY = "partly", pgettext_lazy("ruling on a comment", "partly accepted")
    REJECTED = "rejected", pgettext_lazy("ruling on a comment", "not accepted")
    NOTED = "noted", pgettext_lazy("ruling on a comment", "noted")
    OUT_OF_SCOPE = "out_of_scope", pgettext_lazy("ruling on a comment", "out of scope")
