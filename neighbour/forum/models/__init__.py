"""The nouns of the forum."""

from neighbour.forum.models.mention import Mention
from neighbour.forum.models.post import Post, PostVersion
from neighbour.forum.models.reading import ReadMark, Watch
from neighbour.forum.models.report import Report
from neighbour.forum.models.room import Reader, Room, RoomKind
from neighbour.forum.models.topic import Topic

__all__ = ["Mention", "Post", "PostVersion", "ReadMark", "Reader", "Report", "Room", "RoomKind", "Topic", "Watch"]
