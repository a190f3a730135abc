from django.db import models
from django.utils.translation import gettext_lazy as _


class LegalForm(models.TextChoices):
    """The legal form of an organisation; the value says what it is called in Polish."""

    ASSOCIATION = "stowarzyszenie", _("registered association")
    FOUNDATION = "fundacja", _("foundation")
    UNION_OF_ASSOCIATIONS = (
        "zwiazek_stowarzyszen",
        _("union of associations or federation"),
    )
    BRANCH_WITH_PERSONALITY = (
        "oddzial_z_os_prawna",
        _("branch with legal personality"),
    )
    BRANCH_WITHOUT_PERSONALITY = (
        "oddzial_bez_os_prawnej",
        _("branch without legal personality"),
    )
    VOLUNTEER_FIRE_BRIGADE = "osp", _("volunteer fire brigade")
    SOCIAL_COOPERATIVE = "spoldzielnia_socjalna", _("social cooperative")
    NON_PROFIT_COMPANY = "spolka_non_profit", _("non-profit company")
    ASSOCIATION_OF_LOCAL_GOVERNMENTS = (
        "stowarzyszenie_jst",
        _("association of local governments"),
    )
    SIMPLE_ASSOCIATION = "stowarzyszenie_zwykle", _("simple association")
    SPORTS_CLUB = "klub_sportowy_starosta", _("sports club without business activity")
    PUPILS_SPORTS_CLUB = "uks", _("pupils’ sports club")
    CHURCH_LEGAL_PERSON = "kosc_os_prawna", _("church legal person")
    RURAL_WOMEN_CIRCLE = "kgw", _("rural women’s circle")
    TRADE_UNION = "zwiazek_zawodowy", _("trade union or employers’ organisation")
    CHAMBER_OF_COMMERCE = "izba_gospodarcza", _("chamber of commerce or crafts")
    FARMERS_CIRCLE = "kolko_rolnicze", _("farmers’ circle")
    STUDENT_ORGANISATION = "org_studencka", _("student organisation")
    INFORMAL_GROUP = "grupa_nieformalna", _("informal group")
    OTHER = "inna", _("other form")
