-- What cannot be used is kept once, however often it is given.
DELETE FROM rejects WHERE seq NOT IN (SELECT min(seq) FROM rejects GROUP BY input, reason);
CREATE UNIQUE INDEX rejects_input ON rejects (input, reason);
