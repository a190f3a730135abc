from wagtail.snippets.models import register_snippet

from .viewsets import RegistersGroup

register_snippet(RegistersGroup)
