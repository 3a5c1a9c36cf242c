-- Stories become rows of their own; what is made from articles (places, collations) is made anew at the next `add` or `show`.
DROP TABLE stories;
DROP TABLE collations;
DROP TABLE judgements;
ALTER TABLE articles ADD COLUMN metadata TEXT NOT NULL DEFAULT '[]';
CREATE INDEX articles_outlet ON articles (outlet);
CREATE TABLE stories (
  id TEXT NOT NULL PRIMARY KEY,
  title TEXT NOT NULL,
  articles INTEGER NOT NULL,
  first_added TEXT NOT NULL,
  last_added TEXT NOT NULL,
  begin TEXT,
  "end" TEXT
);
CREATE INDEX stories_last ON stories (last_added, id);
CREATE TABLE placements (
  article TEXT NOT NULL PRIMARY KEY REFERENCES articles (id),
  story TEXT NOT NULL,
  why TEXT NOT NULL,
  day TEXT
);
CREATE INDEX placements_story ON placements (story);
CREATE INDEX placements_day ON placements (day);
CREATE TABLE collations (
  story TEXT NOT NULL,
  "key" TEXT NOT NULL,
  made TEXT NOT NULL,
  record BLOB NOT NULL,
  json BLOB NOT NULL,
  PRIMARY KEY (story, "key")
);
CREATE TABLE overviews (
  story TEXT NOT NULL PRIMARY KEY,
  "key" TEXT NOT NULL,
  made TEXT NOT NULL,
  facts INTEGER NOT NULL,
  differences INTEGER NOT NULL,
  contradictions INTEGER NOT NULL,
  origins INTEGER NOT NULL,
  stale INTEGER NOT NULL
);
CREATE TABLE facts (
  story TEXT NOT NULL,
  id TEXT NOT NULL,
  text TEXT NOT NULL,
  relation TEXT NOT NULL,
  articles INTEGER NOT NULL,
  independent_origins INTEGER NOT NULL,
  PRIMARY KEY (story, id)
);
CREATE TABLE differences (
  story TEXT NOT NULL,
  id TEXT NOT NULL,
  kind TEXT NOT NULL,
  severity TEXT NOT NULL,
  note TEXT NOT NULL,
  PRIMARY KEY (story, id)
);
CREATE TABLE entities (
  story TEXT NOT NULL,
  id TEXT NOT NULL,
  type TEXT NOT NULL,
  name TEXT NOT NULL,
  names TEXT NOT NULL,
  mentions INTEGER NOT NULL,
  articles INTEGER NOT NULL,
  anonymous INTEGER NOT NULL,
  PRIMARY KEY (story, id)
);
CREATE INDEX entities_id ON entities (id);
CREATE TABLE statements (
  seq INTEGER PRIMARY KEY,
  story TEXT NOT NULL,
  speaker TEXT,
  name TEXT NOT NULL,
  article TEXT NOT NULL REFERENCES articles (id),
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  text TEXT NOT NULL,
  cue TEXT NOT NULL,
  quoted INTEGER NOT NULL,
  through TEXT NOT NULL,
  day TEXT
);
CREATE INDEX statements_story ON statements (story);
CREATE INDEX statements_speaker ON statements (speaker, day);
CREATE TABLE judgements (
  seq INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL,
  action TEXT NOT NULL,
  judgement TEXT NOT NULL,
  added TEXT NOT NULL,
  undone TEXT
);
CREATE TABLE judged_articles (
  judgement INTEGER NOT NULL REFERENCES judgements (seq),
  article TEXT NOT NULL REFERENCES articles (id),
  PRIMARY KEY (judgement, article)
);
CREATE INDEX judged_articles_article ON judged_articles (article);
CREATE VIEW reports AS
  SELECT a.seq, a.id, p.day, a.outlet, a.headline, s.title AS story, p.story AS story_id, a.url, a.added, a.replaces
  FROM articles AS a LEFT JOIN placements AS p ON p.article = a.id LEFT JOIN stories AS s ON s.id = p.story;
CREATE VIEW contradictions AS
  SELECT s.title AS story, d.kind, d.note, d.story AS story_id, d.id
  FROM differences AS d JOIN stories AS s ON s.id = d.story WHERE d.severity = 'hard';
CREATE TABLE marks (
  name TEXT NOT NULL PRIMARY KEY,
  seq INTEGER NOT NULL
);
