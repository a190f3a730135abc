"""Tables brought back: read, compared, taken in whole or not at all."""
