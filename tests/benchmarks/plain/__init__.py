"""The yardstick: the same content as an ordinary Wagtail site would have it.

Written as Wagtail's tutorial and its demo, Bakery, teach: stock blocks in a
StreamField, a template a block, lists by `get_children` and `specific`, menu,
breadcrumb and language switcher by a query each. Nothing is fetched ahead and
nothing is done to slow it down.
"""
