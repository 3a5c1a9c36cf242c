-- How far files of JSON lines were read.
CREATE TABLE bookmarks (
  input TEXT NOT NULL PRIMARY KEY,
  "offset" INTEGER NOT NULL,
  lines INTEGER NOT NULL,
  articles INTEGER NOT NULL,
  digest TEXT NOT NULL
);
