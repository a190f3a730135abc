"""What Wagtail's editor says where two people edit at once.

Its own catalogues do not have these texts in the site's languages yet; named here,
they are translated with the room's. One that they get later may be taken out.
"""

from django.utils.translation import gettext_noop

TEXTS = (
    gettext_noop("%(user_name)s saved a new version"),
    gettext_noop("You saved a new version in another window"),
    gettext_noop("View latest version"),
    gettext_noop("Proceeding will overwrite the changes made by %(user_name)s."),
    gettext_noop("Proceeding will overwrite the changes you made in that window."),
    gettext_noop("Alternatively, you can view the latest version in a new tab."),
    gettext_noop("Saving will overwrite a newer version."),
)
