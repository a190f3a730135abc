"""Stock blocks, each with its template."""

from wagtail.blocks import (
    CharBlock,
    ListBlock,
    PageChooserBlock,
    RichTextBlock,
    StreamBlock,
    StructBlock,
    TextBlock,
)
from wagtail.images.blocks import ImageChooserBlock
from wagtail.snippets.blocks import SnippetChooserBlock


class OrganisationBlock(StructBlock):
    organisation = SnippetChooserBlock("snippets.Organisation")
    name = CharBlock(required=False)

    class Meta:
        template = "plain/blocks/organisation.html"


class ParticipantsBlock(StructBlock):
    text = RichTextBlock(required=False)
    organisations = ListBlock(OrganisationBlock())
    units = ListBlock(SnippetChooserBlock("snippets.CityUnit"))

    class Meta:
        template = "plain/blocks/participants.html"


class AgreedBlock(StructBlock):
    text = RichTextBlock(required=False)
    page = PageChooserBlock()
    main_goal = TextBlock()
    goals = ListBlock(StructBlock([("label", CharBlock()), ("text", TextBlock())]))

    class Meta:
        template = "plain/blocks/agreed.html"


class FindingBlock(StructBlock):
    text = RichTextBlock()
    kind = CharBlock()
    clause = CharBlock(required=False)
    page = PageChooserBlock(required=False)
    before = TextBlock(required=False)
    after = TextBlock(required=False)

    class Meta:
        template = "plain/blocks/finding.html"


class AreaBlock(StructBlock):
    number = CharBlock()
    area = SnippetChooserBlock("snippets.PriorityArea")
    findings = ListBlock(FindingBlock())

    class Meta:
        template = "plain/blocks/area.html"


class NextMeetingBlock(StructBlock):
    meeting = PageChooserBlock("plain.PlainMeetingPage")
    topics = ListBlock(CharBlock())

    class Meta:
        template = "plain/blocks/next_meeting.html"


class ChannelsBlock(StructBlock):
    text = RichTextBlock()
    channels = ListBlock(StructBlock([("name", CharBlock()), ("email", CharBlock())]))

    class Meta:
        template = "plain/blocks/channels.html"


class PartnerBlock(StructBlock):
    role = CharBlock()
    organisation = SnippetChooserBlock("snippets.Organisation", required=False)
    name = CharBlock(required=False)
    logo = ImageChooserBlock(required=False)
    alt = CharBlock(required=False)


class PartnersBlock(StructBlock):
    text = TextBlock(required=False)
    logo = ImageChooserBlock()
    alt = CharBlock()
    partners = ListBlock(PartnerBlock())
    funding_note = TextBlock(required=False)

    class Meta:
        template = "plain/blocks/partners.html"


class MeetingCardBlock(StructBlock):
    heading = CharBlock()
    meeting = PageChooserBlock("plain.PlainMeetingPage")

    class Meta:
        template = "plain/blocks/meeting_card.html"


class DraftCardBlock(StructBlock):
    heading = CharBlock()
    draft = PageChooserBlock("plain.PlainDraftPage")

    class Meta:
        template = "plain/blocks/draft_card.html"


class TextCardBlock(StructBlock):
    heading = CharBlock()
    text = TextBlock()
    page = PageChooserBlock()
    link = CharBlock()

    class Meta:
        template = "plain/blocks/text_card.html"


class ReportsBlock(StructBlock):
    heading = CharBlock()
    meetings = ListBlock(PageChooserBlock("plain.PlainMeetingPage"))

    class Meta:
        template = "plain/blocks/reports.html"


class WordingBlock(StructBlock):
    label = CharBlock()
    text = RichTextBlock()
    draft = PageChooserBlock("plain.PlainDraftPage")

    class Meta:
        template = "plain/blocks/wording.html"


class DiscussionBlock(StructBlock):
    meeting = PageChooserBlock("plain.PlainMeetingPage")
    kind = CharBlock()
    text = RichTextBlock()

    class Meta:
        template = "plain/blocks/discussion.html"


class AttendedBlock(StructBlock):
    meeting = PageChooserBlock("plain.PlainMeetingPage")
    findings = ListBlock(
        StructBlock(
            [
                ("area", SnippetChooserBlock("snippets.PriorityArea", required=False)),
                ("text", RichTextBlock()),
                ("kind", CharBlock()),
            ]
        )
    )

    class Meta:
        template = "plain/blocks/attended.html"


class FactsBlock(StructBlock):
    facts = ListBlock(StructBlock([("term", CharBlock()), ("text", RichTextBlock())]))

    class Meta:
        template = "plain/blocks/facts.html"


class TextStreamBlock(StreamBlock):
    heading = CharBlock(template="plain/blocks/heading.html")
    paragraph = RichTextBlock()
    inset = RichTextBlock(template="plain/blocks/inset.html")
    facts = FactsBlock()
    participants = ParticipantsBlock()
    agreed = AgreedBlock()
    area = AreaBlock()
    next_meeting = NextMeetingBlock()
    channels = ChannelsBlock()
    partners = PartnersBlock()
    meeting_card = MeetingCardBlock()
    draft_card = DraftCardBlock()
    text_card = TextCardBlock()
    reports = ReportsBlock()
    wording = WordingBlock()
    discussion = DiscussionBlock()
    attended = AttendedBlock()


class ClauseBlock(StructBlock):
    number = CharBlock()
    text = RichTextBlock()
    note = CharBlock(required=False)
    units = ListBlock(SnippetChooserBlock("snippets.CityUnit"))
    organisations = ListBlock(SnippetChooserBlock("snippets.Organisation"))

    class Meta:
        template = "plain/blocks/clause.html"


class HeadingBlock(StructBlock):
    number = CharBlock(required=False)
    text = CharBlock()

    class Meta:
        template = "plain/blocks/clause_heading.html"


class ClauseStreamBlock(StreamBlock):
    chapter = HeadingBlock()
    area = HeadingBlock()
    category = HeadingBlock()
    clause = ClauseBlock()
