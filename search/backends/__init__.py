"""Search in the site's database, or a server of its own, with the words analysed.

`search.backend` is what settings name; it takes the module here that fits the database.
"""
