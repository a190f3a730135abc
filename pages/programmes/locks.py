"""How the admin shows that a version is closed to changes."""

from django.contrib.auth.base_user import AbstractBaseUser
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from wagtail.locks import BaseLock


class FrozenLock(BaseLock):
    """Nobody, an administrator included, changes what people comment on."""

    def for_user(self, user: AbstractBaseUser) -> bool:
        return True

    def get_message(self, user: AbstractBaseUser) -> str:
        closed_at = timezone.localtime(self.object.frozen_version.frozen_at)
        return _(
            "This version has been closed to changes since %(date)s, so that everybody "
            "speaks of the same text. Only its status can go on; for another text "
            "make the next version."
        ) % {"date": date_format(closed_at, "j E Y, H:i")}

    def get_locked_by(self, user: AbstractBaseUser) -> str:
        return _("Closed to changes")

    def get_description(self, user: AbstractBaseUser) -> str:
        return _("No one can change a version that went to consultation")
