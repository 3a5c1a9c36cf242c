-- Records of the stream know at which version of it they changed, so that another process reads only what is new to it.
-- Their form has changed: stories are grouped anew at the next `add`, then people's judgements are carried out again.
DELETE FROM placements;
DELETE FROM stories;
DELETE FROM overviews;
DELETE FROM story_events;
DELETE FROM marks WHERE name IN ('placed', 'judged', 'stream');
DELETE FROM stream;
ALTER TABLE stream ADD COLUMN changed INTEGER NOT NULL DEFAULT 0;
CREATE INDEX stream_changed ON stream (changed);
