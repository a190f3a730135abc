"""None: Django makes no tables of page types in an app without this package.

`tests.benchmarks.__main__` makes them from the models as they are.
"""
