"""One entity for all its mentions over a story: surnames, spellings, acronyms, metonyms."""

from rashomon.collate.entities.resolve import StoryEntities, resolve_story

__all__ = ["StoryEntities", "resolve_story"]
