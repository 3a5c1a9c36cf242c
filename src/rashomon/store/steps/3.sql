-- The stream of stories is kept between runs; stories are grouped anew by it at the next `add`.
DELETE FROM placements;
DELETE FROM stories;
DELETE FROM overviews;
DELETE FROM marks WHERE name = 'placed';
ALTER TABLE placements ADD COLUMN explained TEXT NOT NULL DEFAULT '{}';
CREATE TABLE stream (
  "key" TEXT NOT NULL PRIMARY KEY,
  record BLOB NOT NULL
);
CREATE TABLE story_events (
  seq INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  story TEXT NOT NULL,
  kind TEXT NOT NULL,
  other TEXT NOT NULL,
  articles TEXT NOT NULL,
  because TEXT NOT NULL,
  at TEXT NOT NULL
);
CREATE INDEX story_events_story ON story_events (story);
CREATE INDEX story_events_other ON story_events (other);
