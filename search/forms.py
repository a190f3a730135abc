"""The form of synonyms."""

from django.utils.translation import gettext as _
from wagtail.admin.forms.models import WagtailAdminModelForm

from search.analysis import fold, index_text
from search.models import Synonym


class SynonymForm(WagtailAdminModelForm):
    """A group of synonyms; a word is in no two groups of a language."""

    def _post_clean(self) -> None:
        """Refuse words that are in another group, in whatever form, and say where."""
        super()._post_clean()
        if self.errors:
            return
        language = self.instance.language
        others = Synonym.objects.filter(language=language).exclude(pk=self.instance.pk)
        taken = {same(line, language): row for row in others for line in row.lines}
        message = _(
            "“%(word)s” is already in this group: %(group)s. Edit that group instead."
        )
        for line in self.instance.lines:
            if group := taken.get(same(line, language)):
                self.add_error("words", message % {"word": line, "group": group})


def same(line: str, language: str) -> str:
    """Return what two spellings or inflections of a word or phrase have in common."""
    return index_text(line, language) or fold(line)
