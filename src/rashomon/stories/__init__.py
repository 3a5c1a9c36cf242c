"""Which articles are about the same event."""

from rashomon.stories.group import group_stories
from rashomon.stories.profile import Profile, profile_of
from rashomon.stories.stream import Placement, Stream

__all__ = ["Placement", "Profile", "Stream", "group_stories", "profile_of"]
