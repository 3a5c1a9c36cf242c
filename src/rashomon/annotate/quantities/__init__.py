"""Quantities: numbers with their units as intervals, and what they measure."""

from rashomon.annotate.quantities.find import find_quantities

__all__ = ["find_quantities"]
