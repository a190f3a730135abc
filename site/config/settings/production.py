"""Production: `base` as it is; what differs from place to place is environment."""

from .base import *
