from .visiting import consultation, visitor

__all__ = ["consultation", "visitor"]
