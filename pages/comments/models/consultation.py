"""A consultation: one closed version put out for comments, between two days."""

import datetime
from typing import Any, ClassVar
from zoneinfo import ZoneInfo

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from pages.base.visibility import visible
from pages.programmes.models import ProgrammeDraftPage, ProgrammePage
from snippets.models import localized

# Art. 5a of the Act of 24 April 2003 and the councils' resolutions mean Polish days.
WARSAW = ZoneInfo("Europe/Warsaw")
# A comment of the last evening may be confirmed on the day after.
MAIL_NEEDS = datetime.timedelta(days=2)


def start_of(day: datetime.date) -> datetime.datetime:
    """Return the first moment of a day in Poland, whatever the clock does that day."""
    return datetime.datetime.combine(day, datetime.time.min, tzinfo=WARSAW)


class Phase(models.TextChoices):
    """Where a consultation stands, by the clock."""

    ANNOUNCED = "announced", pgettext_lazy("phase of a consultation", "announced")
    OPEN = "open", pgettext_lazy("phase of a consultation", "open")
    CLOSED = "closed", pgettext_lazy("phase of a consultation", "closed")


class ConsultationQuerySet(models.QuerySet["Consultation"]):
    """Consultations."""

    def public(self) -> "ConsultationQuerySet":
        """Those whose version the public can read."""
        drafts = visible(ProgrammeDraftPage.objects).filter(frozen__isnull=False)
        return self.filter(draft__in=drafts.order_by().values("pk"))

    def open(self, at: datetime.datetime | None = None) -> "ConsultationQuerySet":
        """Those that take comments on the day of a moment, now by default."""
        day = (at or timezone.now()).astimezone(WARSAW).date()
        return self.filter(opens_on__lte=day, closes_on__gte=day)

    def of(self, page: Page) -> "ConsultationQuerySet":
        """Those of a version, asked for by its page in any language."""
        return self.filter(draft__translation_key=page.translation_key)


class Consultation(models.Model):
    """A version in consultation: dates, legal basis, ways to comment, privacy."""

    draft = models.OneToOneField(
        "programmes.ProgrammeDraftPage",
        models.PROTECT,
        related_name="consultation",
        verbose_name=_("version"),
        help_text=_("A published version “in consultation”: it is closed to changes."),
    )
    year = models.PositiveSmallIntegerField(_("year"), editable=False, db_index=True)
    opens_on = models.DateField(_("first day"))
    closes_on = models.DateField(
        _("last day"), help_text=_("Comments are taken until the end of this day.")
    )
    legal_basis = models.CharField(
        _("legal basis"),
        max_length=255,
        blank=True,
        help_text=_("For example the council's resolution on consultations."),
    )
    act = models.CharField(
        _("ordering act"),
        max_length=120,
        blank=True,
        help_text=_("Number of the ordinance that orders the consultation."),
    )
    act_date = models.DateField(_("date of the act"), null=True, blank=True)
    notice = models.TextField(
        _("notice"),
        blank=True,
        help_text=_("What it is about and who may take part, in a few sentences."),
    )
    notice_en = models.TextField(_("notice in English"), blank=True)
    notice_uk = models.TextField(_("notice in Ukrainian"), blank=True)
    notice_be = models.TextField(_("notice in Belarusian"), blank=True)
    contact_unit = models.ForeignKey(
        "snippets.CityUnit",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("contact unit"),
    )
    contact_email = models.EmailField(
        _("e-mail for comments"), blank=True, help_text=_("Another way to comment.")
    )
    contact_address = models.TextField(
        _("address and hours"),
        blank=True,
        help_text=_("Where comments on paper are taken, and when."),
    )
    controller = models.TextField(
        _("data controller"),
        help_text=_("Name and address, as RODO asks (art. 13)."),
    )
    data_protection_officer = models.CharField(
        _("contact to the data protection officer"), max_length=255
    )
    retention = models.CharField(
        _("how long data are kept"),
        max_length=255,
        help_text=_("For example “25 years, then the archive decides”."),
    )
    erase_contacts_on = models.DateField(
        _("contact data are erased on"),
        null=True,
        blank=True,
        help_text=_(
            "From this day on names that are not public, e-mails and scans are erased; "
            "the comments stay. Empty: they are kept until somebody sets a day."
        ),
    )
    is_moderated = models.BooleanField(
        _("staff read comments before they are published"), default=True
    )
    asks_challenge = models.BooleanField(
        _("browsers show that no bot sends the form"),
        default=False,
        help_text=_(
            "A browser computes for a moment; nobody has to solve anything. Comments "
            "without this proof, from browsers without JavaScript, wait for staff."
        ),
    )

    objects: ClassVar[Any] = ConsultationQuerySet.as_manager()

    class Meta:
        ordering = ["-opens_on", "-pk"]
        default_permissions = ("add", "change", "view")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(closes_on__gte=models.F("opens_on")),
                name="consultation_closes_after_it_opens",
            )
        ]
        verbose_name = _("consultation")
        verbose_name_plural = _("consultations")

    def __str__(self) -> str:
        return f"{self.programme.title}: {self.draft.title}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save with the year of the programme."""
        self.year = self.programme.year
        super().save(*args, **kwargs)

    def clean(self) -> None:
        super().clean()
        errors: dict[str, str] = {}
        if self.opens_on and self.closes_on and self.closes_on < self.opens_on:
            errors["closes_on"] = gettext("The last day is before the first.")
        if (
            self.erase_contacts_on
            and self.closes_on
            and self.erase_contacts_on < self.closes_on + MAIL_NEEDS
        ):
            errors["erase_contacts_on"] = gettext(
                "Choose a day at least two days after the last day: until then the "
                "office may have to write to authors."
            )
        closed = ProgrammeDraftPage.objects.filter(frozen__isnull=False)
        if self.draft_id and not closed.filter(pk=self.draft_id).exists():
            errors["draft"] = gettext(
                "Publish the version with the status “in consultation” first: what "
                "people comment on must not change."
            )
        stored = Consultation.objects.filter(pk=self.pk).first() if self.pk else None
        if stored and stored.comments.exists():
            if stored.draft_id != self.draft_id:
                errors["draft"] = gettext("It has comments: the version must stay.")
            if self.opens_on and self.opens_on > stored.opens_on:
                errors["opens_on"] = gettext("It has comments: it cannot open later.")
        if errors:
            raise ValidationError(errors)

    @cached_property
    def programme(self) -> Any:
        """The year's programme that the version belongs to."""
        programmes = ProgrammePage.objects.ancestor_of(self.draft)
        return programmes.defer_streamfields().get()

    @property
    def opens_at(self) -> datetime.datetime:
        """The first moment at which comments are taken."""
        return start_of(self.opens_on)

    @property
    def closes_at(self) -> datetime.datetime:
        """The first moment at which they are not taken any more."""
        return start_of(self.closes_on + datetime.timedelta(days=1))

    def phase_at(self, moment: datetime.datetime) -> Phase:
        """Return where the consultation stands at a moment."""
        if moment < self.opens_at:
            return Phase.ANNOUNCED
        return Phase.OPEN if moment < self.closes_at else Phase.CLOSED

    @property
    def phase(self) -> Phase:
        """Where the consultation stands now."""
        return self.phase_at(timezone.now())

    @property
    def is_open(self) -> bool:
        """Whether the form takes comments now."""
        return self.phase == Phase.OPEN

    @property
    def localized_notice(self) -> str:
        """The notice in the reader's language, in Polish where it has none."""
        return localized(self, "notice")


class CommentRegister(models.Model):
    """The numbers given to the comments on a year's programme, one after another."""

    year = models.PositiveSmallIntegerField(_("year"), primary_key=True)
    last_number = models.PositiveIntegerField(_("last number"), default=0)

    class Meta:
        default_permissions = ()
        verbose_name = _("register of comments")
        verbose_name_plural = _("registers of comments")

    def __str__(self) -> str:
        return str(self.year)

    @classmethod
    def next_number(cls, year: int) -> int:
        """Return the year's next number; inside a transaction, no number is lost."""
        cls.objects.get_or_create(year=year)
        register = cls.objects.select_for_update().get(year=year)
        register.last_number += 1
        register.save(update_fields=["last_number"])
        return register.last_number
