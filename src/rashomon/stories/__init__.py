"""Which articles are about the same event."""

from rashomon.stories.encoder import universal_encoder
from rashomon.stories.group import group_stories
from rashomon.stories.placement import Placement, Rival, StoryEvent
from rashomon.stories.profile import Profile, profile_of
from rashomon.stories.stream import FORMAT, Stream
from rashomon.stories.tongues import Tongues

__all__ = [
    "FORMAT",
    "Placement",
    "Profile",
    "Rival",
    "Stream",
    "StoryEvent",
    "Tongues",
    "group_stories",
    "profile_of",
    "universal_encoder",
]
