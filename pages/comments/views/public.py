"""The permanent address of a comment."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from pages.base.frame import Frame, Link, view_frame
from pages.comments.models import CERTAIN, PublicComment
from pages.comments.public.excerpts import cut
from pages.comments.public.reading import CommentView, read_comments
from pages.comments.public.versions import find_versions

LONGEST_DESCRIPTION = 250


@require_safe
def comment_detail(request: HttpRequest, year: int, number: int) -> HttpResponse:
    """Show one comment with its answer; of a hidden one only that it was there."""
    listed = PublicComment.objects.listed().only("clause", "quoted")
    comment = get_object_or_404(listed, year=year, number=number)
    (view,) = read_comments([comment.pk], request)
    context = {
        "frame": comment_frame(request, view),
        "comment": view,
        "quoted": comment.quoted if view.is_shown else "",
        "links": related_links(comment, view, request),
    }
    return render(request, "public_comments/comment_detail.html", context)


def comment_frame(request: HttpRequest, view: CommentView) -> Frame:
    """Return what surrounds a comment; search engines leave stubs out."""
    crumbs = []
    if view.version:
        page = view.version.page
        above = page.get_ancestors().live().filter(depth__gt=2)
        crumbs = [Link(p.title, p.get_full_url(request) or "") for p in (*above, page)]
    said = " ".join(view.text.split()) if view.is_shown else view.hidden_because
    return view_frame(
        request,
        title=_("Comment %(code)s") % {"code": view.code},
        description=cut(said, LONGEST_DESCRIPTION),
        crumbs=crumbs,
        is_indexed=view.is_shown,
        kind="article",
    )


def related_links(
    comment: PublicComment, view: CommentView, request: HttpRequest
) -> list[Link]:
    """Return where to read on: the clause, others, later versions; two queries."""
    links = []
    if comment.clause_id and view.version and view.version.is_own:
        title = _("%(clause)s: wordings, discussions and comments in all versions")
        url = reverse("clause", args=[comment.clause_id])
        links.append(Link(title % {"clause": view.place}, url))
    if view.version and comment.clause_id:
        title = _("All comments on this clause in %(version)s")
        url = f"{view.version.comments_url}&clause={comment.clause_id}"
        links.append(Link(title % {"version": view.version.title}, url))
    if view.version:
        title = _("All comments on %(version)s") % {"version": view.version.title}
        links.append(Link(title, view.version.comments_url))
    placements = comment.placements.filter(kind__in=CERTAIN)
    rows = placements.order_by("draft__number").values_list(
        "draft__translation_key", "clause"
    )
    clauses = dict(rows)
    for key, version in find_versions(clauses.keys(), request).items():
        title = _("The same comment in %(version)s") % {"version": version.title}
        url = f"{version.comments_url}&clause={clauses[key]}#{view.anchor}"
        links.append(Link(title, url))
    return links
