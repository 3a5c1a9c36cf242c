"""Dates of publication over a story: an article without one is dated by its own words and its siblings."""

from rashomon.collate.dating.story import date_story

__all__ = ["date_story"]
