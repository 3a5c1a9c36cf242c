-- What servers gave to ask later whether an address has changed.
CREATE TABLE addresses (
  url TEXT NOT NULL PRIMARY KEY,
  etag TEXT,
  modified TEXT
);
