CREATE TABLE articles (
  seq INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL,
  text TEXT NOT NULL,
  input TEXT NOT NULL,
  headline TEXT,
  outlet TEXT,
  byline TEXT,
  published TEXT,
  url TEXT,
  language TEXT,
  parts TEXT NOT NULL,
  notes TEXT NOT NULL,
  added TEXT NOT NULL,
  replaces TEXT,
  UNIQUE (id),
  FOREIGN KEY(replaces) REFERENCES articles (id)
);
CREATE INDEX articles_added ON articles (added);
CREATE INDEX articles_url ON articles (url);
CREATE TABLE collations (
  story TEXT NOT NULL,
  "key" TEXT NOT NULL,
  record BLOB NOT NULL,
  PRIMARY KEY (story, "key")
);
CREATE TABLE judgements (
  seq INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL,
  judgement TEXT NOT NULL,
  added TEXT NOT NULL,
  UNIQUE (id)
);
CREATE TABLE rejects (
  seq INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  input TEXT NOT NULL,
  reason TEXT NOT NULL,
  added TEXT NOT NULL
);
CREATE TABLE annotations (
  article TEXT NOT NULL,
  "key" TEXT NOT NULL,
  record BLOB NOT NULL,
  PRIMARY KEY (article, "key"),
  FOREIGN KEY(article) REFERENCES articles (id)
);
CREATE TABLE stories (
  article TEXT NOT NULL,
  story TEXT NOT NULL,
  why TEXT NOT NULL,
  PRIMARY KEY (article),
  FOREIGN KEY(article) REFERENCES articles (id)
);
CREATE INDEX stories_story ON stories (story);
CREATE VIRTUAL TABLE articles_text USING fts5(headline, text, content='articles', content_rowid='seq', tokenize='unicode61 remove_diacritics 2');
CREATE TRIGGER articles_text_add AFTER INSERT ON articles BEGIN
  INSERT INTO articles_text(rowid, headline, text) VALUES (new.seq, new.headline, new.text);
END;
